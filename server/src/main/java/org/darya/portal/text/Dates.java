package org.darya.portal.text;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.darya.platform.Language;
import org.darya.register.Edtf;

/** Dates as exact as they are known, in the order of the language: "22–24 апреля 2026", "2026 жылғы 22–24 сәуір". */
final class Dates {
    private final Messages messages;
    private final DateTimeFormatter day;
    private final DateTimeFormatter dayOfMonth;
    private final DateTimeFormatter dayAndMonth;
    private final DateTimeFormatter month;

    Dates(Language language, Messages messages) {
        this.messages = messages;
        Locale locale = language.locale();
        day = DateTimeFormatter.ofPattern(messages.get("date.day"), locale);
        dayOfMonth = DateTimeFormatter.ofPattern("d", locale);
        dayAndMonth = DateTimeFormatter.ofPattern("d MMMM", locale);
        month = DateTimeFormatter.ofPattern(messages.get("date.month"), locale);
    }

    String text(Edtf date) {
        String from = date.from();
        String to = date.to();
        if (from == null) {
            return messages.get("date.until", point(String.valueOf(to)));
        }
        if (to == null) {
            return messages.get("date.from", point(from));
        }
        return from.equals(to) ? point(from) : period(from, to);
    }

    /** A year, a month or a day. */
    private String point(String point) {
        return switch (point.length()) {
            case 4 -> point;
            case 7 -> YearMonth.parse(point).format(month);
            default -> LocalDate.parse(point).format(day);
        };
    }

    private String period(String from, String to) {
        if (from.length() == 4 && to.length() == 4) {
            return from + "–" + to;
        }
        if (from.length() == 10 && to.length() == 10) {
            LocalDate first = LocalDate.parse(from);
            LocalDate last = LocalDate.parse(to);
            if (YearMonth.from(first).equals(YearMonth.from(last))) {
                String days = dayOfMonth.format(first) + "–" + dayOfMonth.format(last);
                return messages.get("date.days", days, monthAfterDay(last), last.getYear());
            }
            if (first.getYear() == last.getYear()) {
                String days = dayAndMonth.format(first) + " – " + dayAndMonth.format(last);
                return messages.get("date.days-of-months", days, last.getYear());
            }
        }
        return point(from) + " – " + point(to);
    }

    /** The month as it is written after a day; Russian has a case of its own for that. */
    private String monthAfterDay(LocalDate date) {
        return dayAndMonth.format(date).substring(dayOfMonth.format(date).length() + 1);
    }
}
