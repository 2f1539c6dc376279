package org.darya.action;

import java.math.BigDecimal;
import java.util.List;
import org.darya.register.Edtf;
import org.darya.register.Level;
import org.darya.register.LocalText;
import org.darya.register.Qualifier;
import org.jspecify.annotations.Nullable;

/**
 * One sum of a project, of one kind.
 *
 * @param amount millions of the currency; the lower end of a range
 * @param upTo upper end where a range was stated, millions
 * @param currency ISO 4217
 * @param from ids of organisations that give it
 * @param text what exactly the sum is
 * @param leftOut why it is never counted in a total; null where it may be
 */
public record Money(
        MoneyKind kind,
        BigDecimal amount,
        @Nullable BigDecimal upTo,
        @Nullable Qualifier qualifier,
        String currency,
        List<String> from,
        @Nullable Edtf date,
        @Nullable LocalText text,
        @Nullable LocalText leftOut,
        Level level,
        List<String> sources) {}
