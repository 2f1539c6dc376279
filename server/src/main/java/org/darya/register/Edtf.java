package org.darya.register;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date or period as exact as it is known: ISO 8601-2 (EDTF) level 0 with open ends, such as {@code 2026},
 * {@code 2026-04}, {@code 2026-04-22/2026-04-24}, {@code 2025/..}.
 *
 * @param text as written
 */
public record Edtf(@JsonValue String text) implements Comparable<Edtf> {
    private static final Pattern POINT = Pattern.compile("\\d{4}(-\\d{2}(-\\d{2})?)?");

    /**
     * @throws DateTimeException where the text is no such date; its message says what is wrong
     */
    @JsonCreator
    public Edtf {
        String[] ends = text.split("/", -1);
        if (ends.length > 2) {
            throw new DateTimeException("more than one slash");
        }
        for (String end : ends) {
            if (!(ends.length == 2 && end.equals(".."))) {
                firstDay(end);
            }
        }
        if (ends.length == 2) {
            if (ends[0].equals("..") && ends[1].equals("..")) {
                throw new DateTimeException("both ends are open");
            }
            if (!ends[0].equals("..")
                    && !ends[1].equals("..")
                    && firstDay(ends[0]).isAfter(lastDay(ends[1]))) {
                throw new DateTimeException("the end lies before the beginning");
            }
        }
    }

    public boolean isPeriod() {
        return text.indexOf('/') >= 0;
    }

    /** The beginning as written, or the whole where this is no period; null where it is open. */
    public @Nullable String from() {
        return end(0);
    }

    /** The end as written, or the whole where this is no period; null where it is open. */
    public @Nullable String to() {
        return end(text.indexOf('/') < 0 ? 0 : 1);
    }

    /** First day that may be meant. */
    public LocalDate first() {
        String from = from();
        return from == null ? LocalDate.MIN : firstDay(from);
    }

    /** Last day that may be meant. */
    public LocalDate last() {
        String to = to();
        return to == null ? LocalDate.MAX : lastDay(to);
    }

    private @Nullable String end(int index) {
        String part = text.split("/", -1)[index];
        return part.equals("..") ? null : part;
    }

    private static LocalDate firstDay(String point) {
        return switch (checked(point).length()) {
            case 4 -> Year.parse(point).atDay(1);
            case 7 -> YearMonth.parse(point).atDay(1);
            default -> LocalDate.parse(point);
        };
    }

    private static LocalDate lastDay(String point) {
        return switch (checked(point).length()) {
            case 4 -> LocalDate.of(Integer.parseInt(point), 12, 31);
            case 7 -> YearMonth.parse(point).atEndOfMonth();
            default -> LocalDate.parse(point);
        };
    }

    private static String checked(String point) {
        if (!POINT.matcher(point).matches()) {
            throw new DateTimeException("\"%s\" is not a year, a month or a day".formatted(point));
        }
        return point;
    }

    @Override
    public int compareTo(Edtf other) {
        int byFirst = first().compareTo(other.first());
        return byFirst != 0 ? byFirst : last().compareTo(other.last());
    }
}
