package org.darya.evidence.sensorthings.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.darya.evidence.sensorthings.StaProblem;

/** Instants as microseconds since 1970-01-01T00:00:00Z, read from and written as ISO 8601. */
public final class Instants {
    /** Microseconds between 1970 and 2000, where PostgreSQL's binary times begin. */
    public static final long POSTGRES_EPOCH = 946_684_800_000_000L;
    /** Stands for "no instant". */
    public static final long NONE = Long.MIN_VALUE;

    private static final long DAY = 86_400_000_000L;
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})"
            + "(?:[Tt ](\\d{2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9}))?)?(?:([Zz])|([+-])(\\d{2}):?(\\d{2})?)?)?");

    private Instants() {}

    /** Microseconds of now. */
    public static long now() {
        var now = java.time.Instant.now();
        return now.getEpochSecond() * 1_000_000 + now.getNano() / 1000;
    }

    /**
     * Reads a date, or a date and time with Z, +hh:mm, +hhmm or +hh; what has no zone is UTC. Digits beyond the
     * microsecond are cut off.
     *
     * @throws StaProblem where the text is no such time
     */
    public static long parse(CharSequence text) {
        long quick = quick(text);
        if (quick != NONE) {
            return quick;
        }
        Matcher parts = ISO.matcher(text);
        if (!parts.matches()) {
            throw bad(text);
        }
        try {
            long micros = Math.multiplyExact(
                    LocalDate.of(number(parts, 1), number(parts, 2), number(parts, 3))
                            .toEpochDay(),
                    DAY);
            int hour = number(parts, 4);
            int minute = number(parts, 5);
            int second = number(parts, 6);
            if (hour > 24 || minute > 59 || second > 60 || (hour == 24 && minute + second > 0)) {
                throw bad(text);
            }
            micros += ((hour * 60L + minute) * 60 + second) * 1_000_000;
            String fraction = parts.group(7);
            if (fraction != null) {
                micros += Long.parseLong((fraction + "000000").substring(0, 6));
            }
            if (parts.group(9) != null) {
                int hours = number(parts, 10);
                int minutes = number(parts, 11);
                if (hours > 18 || minutes > 59) {
                    throw bad(text);
                }
                long offset = (hours * 60L + minutes) * 60_000_000L;
                micros += parts.group(9).equals("+") ? -offset : offset;
            }
            return micros;
        } catch (DateTimeException | ArithmeticException e) {
            throw bad(text);
        }
    }

    private static int number(Matcher parts, int group) {
        String digits = parts.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static StaProblem bad(CharSequence text) {
        return StaProblem.bad(
                "\"%s\" is no time.".formatted(StaProblem.shown(text.toString())),
                "Maybe write it as 2026-04-22T10:00:00Z, or as 2026-04-22T10:00:00+05:00.");
    }

    /** The form nearly all times have, yyyy-mm-ddThh:mm:ss[.fff]Z; NONE for any other. */
    private static long quick(CharSequence s) {
        int n = s.length();
        if (n < 20
                || n > 27
                || s.charAt(4) != '-'
                || s.charAt(7) != '-'
                || s.charAt(10) != 'T'
                || s.charAt(n - 1) != 'Z') {
            return NONE;
        }
        int year = digits(s, 0, 4);
        int month = digits(s, 5, 7);
        int day = digits(s, 8, 10);
        int hour = digits(s, 11, 13);
        int minute = digits(s, 14, 16);
        int second = digits(s, 17, 19);
        if (s.charAt(13) != ':' || s.charAt(16) != ':' || (year | month | day | hour | minute | second) < 0) {
            return NONE;
        }
        if (year == 0 || month < 1 || month > 12 || day < 1 || day > 28 || hour > 23 || minute > 59 || second > 59) {
            return NONE; // rare days go the long way
        }
        long micros = (epochDay(year, month, day) * 86400 + hour * 3600L + minute * 60L + second) * 1_000_000;
        if (n == 20) {
            return micros;
        }
        if (s.charAt(19) != '.') {
            return NONE;
        }
        int fraction = digits(s, 20, n - 1);
        if (fraction < 0) {
            return NONE;
        }
        for (int i = n - 21; i < 6; i++) {
            fraction *= 10;
        }
        return micros + fraction;
    }

    private static int digits(CharSequence s, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            int digit = s.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    /** Days since 1970-01-01 in the Gregorian calendar; the era arithmetic counts years from March. */
    private static long epochDay(int year, int month, int day) {
        long y = month <= 2 ? year - 1L : year;
        long era = Math.floorDiv(y, 400L);
        long yearOfEra = y - era * 400;
        long dayOfYear = (153L * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468;
    }

    /** The day of an instant, counted from 1970-01-01. */
    public static int day(long micros) {
        return (int) Math.floorDiv(micros, DAY);
    }

    public static OffsetDateTime date(long micros) {
        return java.time.Instant.ofEpochSecond(
                        Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1000L)
                .atOffset(ZoneOffset.UTC);
    }

    public static long micros(OffsetDateTime date) {
        return date.toEpochSecond() * 1_000_000 + date.getNano() / 1000;
    }

    /** ISO 8601 in UTC. */
    public static String write(long micros) {
        byte[] bytes = new byte[32];
        return new String(bytes, 0, write(micros, bytes, 0), java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    /**
     * Writes an instant into a buffer that has at least 30 bytes left.
     *
     * @return the position behind it
     */
    public static int write(long micros, byte[] to, int at) {
        long seconds = Math.floorDiv(micros, 1_000_000L);
        int fraction = (int) Math.floorMod(micros, 1_000_000L);
        long days = Math.floorDiv(seconds, 86400L);
        int ofDay = (int) Math.floorMod(seconds, 86400L);
        long z = days + 719_468;
        long era = Math.floorDiv(z, 146_097L);
        int dayOfEra = (int) (z - era * 146_097);
        int yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365;
        int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        int mp = (5 * dayOfYear + 2) / 153;
        int month = mp < 10 ? mp + 3 : mp - 9;
        int year = (int) (yearOfEra + era * 400) + (month <= 2 ? 1 : 0);
        int p = two(year / 100, to, at);
        p = two(year % 100, to, p);
        to[p++] = '-';
        p = two(month, to, p);
        to[p++] = '-';
        p = two(dayOfYear - (153 * mp + 2) / 5 + 1, to, p);
        to[p++] = 'T';
        p = two(ofDay / 3600, to, p);
        to[p++] = ':';
        p = two(ofDay / 60 % 60, to, p);
        to[p++] = ':';
        p = two(ofDay % 60, to, p);
        if (fraction != 0) {
            to[p++] = '.';
            int digits = fraction % 1000 == 0 ? 3 : 6;
            int rest = digits == 3 ? fraction / 1000 : fraction;
            for (int i = digits - 1; i >= 0; i--) {
                to[p + i] = (byte) ('0' + rest % 10);
                rest /= 10;
            }
            p += digits;
        }
        to[p++] = 'Z';
        return p;
    }

    private static int two(int value, byte[] to, int at) {
        to[at] = (byte) ('0' + value / 10);
        to[at + 1] = (byte) ('0' + value % 10);
        return at + 2;
    }
}
