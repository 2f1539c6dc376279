package org.darya.agreement.finding;

import java.math.BigDecimal;
import org.darya.agreement.Check;
import org.darya.agreement.Check.Tolerance;
import org.darya.agreement.Finding.Amount;
import org.darya.platform.Words;
import org.darya.register.LocalText;
import org.darya.register.Qualifier;
import org.darya.register.Quantity;
import org.jspecify.annotations.Nullable;

/** The rule of a check in words, as the reader sees it beside the outcome. */
final class Rules {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Rules() {}

    static LocalText text(Check check) {
        return Say.inAll(say -> {
            Check.Measure of = check.of();
            String rule = say.t(
                    "rule." + Words.of(check.rule()),
                    say.t("measure." + Words.of(of == null ? Check.Measure.VALUE : of)));
            String tolerance = tolerance(say, check.tolerance());
            String decisive = check.decisive() ? " " + say.t("rule.decisive") : "";
            return rule + (tolerance.isEmpty() ? "" : " " + tolerance) + decisive;
        });
    }

    private static String tolerance(Say say, @Nullable Tolerance tolerance) {
        if (tolerance == null) {
            return "";
        }
        BigDecimal share = tolerance.share();
        if (share != null) {
            return say.t("tolerance.share", say.number(share.multiply(HUNDRED)));
        }
        BigDecimal value = tolerance.value();
        String unit = tolerance.unit();
        return value == null || unit == null ? "" : say.t("tolerance.value", say.stated(new Amount(value, null, unit)));
    }

    /** A claimed number with how exactly it was stated; a year is no quantity. */
    static String stated(Say say, Quantity quantity) {
        String text = quantity.unit().equals("a") && quantity.value().compareTo(BigDecimal.valueOf(1000)) > 0
                ? quantity.value().toBigInteger().toString()
                : say.stated(new Amount(quantity.value(), quantity.upTo(), quantity.unit()));
        Qualifier qualifier = quantity.qualifier();
        return qualifier == null ? text : say.t("stated." + Words.of(qualifier), text);
    }
}
