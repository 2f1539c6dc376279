package org.darya.register;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What some sources say about one thing. At least one of text and quantity is given. */
public record Statement(
        @Nullable LocalText text,
        @Nullable Quantity quantity,
        @Nullable Edtf date,
        Level level,
        List<String> sources) {}
