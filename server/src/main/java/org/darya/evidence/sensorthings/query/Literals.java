package org.darya.evidence.sensorthings.query;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.darya.evidence.sensorthings.StaProblem;
import org.darya.evidence.sensorthings.time.Interval;
import org.jspecify.annotations.Nullable;

/** Reads the values that stand in an expression: texts, numbers, times, durations and geometries. */
final class Literals {
    private static final String DATE = "\\d{4}-\\d{2}-\\d{2}";
    private static final String INSTANT =
            DATE + "(?:[Tt]\\d{2}:\\d{2}(?::\\d{2}(?:[.,]\\d+)?)?(?:[Zz]|[+\\- ]\\d{2}(?::?\\d{2})?(?!\\d))?)?";
    private static final Pattern TIME = Pattern.compile(INSTANT + "(?:/" + INSTANT + ")?");
    private static final Pattern TIME_OF_DAY = Pattern.compile("\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,6})?)?");
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d{1,3})?(?![\\w.])");
    private static final String DURATION_TEXT =
            "-?P(?=.)(?:\\d+Y)?(?:\\d+M)?(?:\\d+W)?(?:\\d+D)?(?:T(?=.)(?:\\d+H)?(?:\\d+M)?(?:\\d+(?:\\.\\d+)?S)?)?";
    private static final Pattern DURATION = Pattern.compile(DURATION_TEXT);
    private static final Pattern BARE_DURATION =
            Pattern.compile("(?=-?P[\\dT]*\\d)" + DURATION_TEXT + "(?![\\p{L}\\p{Nd}])");

    private final Cursor cursor;

    Literals(Cursor cursor) {
        this.cursor = cursor;
    }

    /** Null where no such value comes next. */
    @Nullable
    Expr next() {
        if (cursor.at('\'')) {
            return new Expr.Text(cursor.quoted());
        }
        return cursor.atDigit() ? digits() : named();
    }

    private Expr digits() {
        String time = cursor.take(TIME);
        if (time != null) {
            return new Expr.Time(Interval.parse(withSign(time)));
        }
        String hour = cursor.take(TIME_OF_DAY);
        if (hour != null) {
            return new Expr.TimeOfDay(hour);
        }
        String number = cursor.take(NUMBER);
        if (number == null) {
            throw cursor.unexpected("a number or a time");
        }
        return new Expr.Number(new BigDecimal(number));
    }

    /** A plus that was not escaped in an address arrives as a space. */
    private static String withSign(String time) {
        return time.replace(' ', '+');
    }

    /** {@code geography'…'}, {@code duration'…'}, {@code datetime'…'} and a bare duration; null for anything else. */
    private @Nullable Expr named() {
        if (cursor.before("geography'") || cursor.before("geometry'")) {
            return new Expr.Geography(cursor.quoted());
        }
        if (cursor.before("duration'")) {
            String inside = cursor.quoted();
            if (!DURATION.matcher(inside).matches()) {
                throw StaProblem.bad(
                        "\"%s\" is no duration.".formatted(StaProblem.shown(inside)),
                        "Maybe write it as duration'P1DT2H'.");
            }
            return new Expr.Duration(inside);
        }
        if (cursor.before("datetimeoffset'") || cursor.before("datetime'") || cursor.before("date'")) {
            return new Expr.Time(Interval.parse(withSign(cursor.quoted())));
        }
        String duration = cursor.take(BARE_DURATION);
        return duration == null ? null : new Expr.Duration(duration);
    }
}
