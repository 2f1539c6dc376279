package org.darya.register;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing about a record with a source of its own. */
public record Fact(
        LocalText about,
        @Nullable LocalText text,
        @Nullable Quantity quantity,
        @Nullable Edtf date,
        Level level,
        List<String> sources) {}
