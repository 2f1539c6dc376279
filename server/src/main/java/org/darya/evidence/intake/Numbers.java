package org.darya.evidence.intake;

import java.math.BigDecimal;
import java.time.DateTimeException;
import org.darya.evidence.Period;
import org.jspecify.annotations.Nullable;

/** Reading numbers and periods strictly: what is almost a number is told, not guessed. */
final class Numbers {
    private static final int LONGEST = 60;

    private Numbers() {}

    static BigDecimal value(String field, String text) throws Unacceptable {
        try {
            BigDecimal number = new BigDecimal(text);
            if (number.precision() > LONGEST || Math.abs((long) number.scale()) > LONGEST) {
                throw new Unacceptable(
                        field,
                        "The number \"%s\" has more than %d digits.".formatted(text, LONGEST),
                        "Maybe two numbers ran together, or the exponent is wrong.");
            }
            return number;
        } catch (NumberFormatException e) {
            throw new Unacceptable(field, "\"%s\" is not a number.".formatted(text), maybe(text));
        }
    }

    static Period period(String field, @Nullable String text) throws Unacceptable {
        if (text == null || text.isEmpty()) {
            throw new Unacceptable(
                    field, "The period is missing.", "Maybe \"%s\" was left empty by mistake.".formatted(field));
        }
        try {
            return Period.of(text);
        } catch (DateTimeException e) {
            throw new Unacceptable(
                    field,
                    "The period \"%s\" cannot be read: %s.".formatted(text, e.getMessage()),
                    "Maybe write it as 2015, 2015-03, 2015-03-31, 2015-Q1 or 2015-W05.");
        }
    }

    static int power(String field, @Nullable String text) throws Unacceptable {
        if (text == null || text.isEmpty()) {
            return 0;
        }
        try {
            int power = Integer.parseInt(text);
            if (Math.abs(power) <= 30) {
                return power;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new Unacceptable(
                field,
                "The unit multiplier \"%s\" is no power of ten.".formatted(text),
                "Maybe 3 is meant for thousands or 6 for millions.");
    }

    private static String maybe(String text) {
        if (text.matches("-?\\d[\\d\\s\\u00a0]*,\\d+")) {
            return "Maybe the decimal comma must be a point: "
                    + text.replaceAll("[\\s\\u00a0]", "").replace(',', '.') + ".";
        }
        if (text.matches("-?\\d[\\d\\s\\u00a0,]*(\\.\\d+)?")) {
            return "Maybe leave out what separates the thousands: " + text.replaceAll("[\\s\\u00a0,]", "") + ".";
        }
        return "Maybe the value is missing; then leave the number out and say so by the status.";
    }
}
