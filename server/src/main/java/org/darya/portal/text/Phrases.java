package org.darya.portal.text;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.darya.action.Money;
import org.darya.platform.Language;
import org.darya.register.Edtf;
import org.darya.register.LocalText;
import org.darya.register.Quantity;

/** Everything a page says, in one language. */
public final class Phrases {
    private final Language language;
    private final Messages messages;
    private final Dates dates;
    private final Numbers numbers;

    public Phrases(Language language) {
        this.language = language;
        messages = Messages.in(language);
        dates = new Dates(language, messages);
        numbers = new Numbers(language, messages);
    }

    public String text(String key, Object... values) {
        return messages.get(key, values);
    }

    public String text(LocalText text) {
        return Spaces.hold(text.in(language));
    }

    /** The name of a field of a record; its key where people never see it in a form. */
    public String field(String key) {
        String name = messages.find("field." + key);
        return name == null ? key : name;
    }

    /** The name of a constant of a closed set. */
    public String label(Enum<?> constant) {
        return messages.get(Labels.key(constant));
    }

    public String date(Edtf date) {
        return dates.text(date);
    }

    /** A moment to the minute, in universal time. */
    public String moment(Instant moment) {
        LocalDateTime utc = LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
        return messages.get(
                "date.moment",
                dates.text(new Edtf(utc.toLocalDate().toString())),
                DateTimeFormatter.ofPattern("HH:mm").format(utc));
    }

    public String number(long number) {
        return numbers.plain(BigDecimal.valueOf(number));
    }

    public String number(BigDecimal number) {
        return numbers.plain(number);
    }

    public String quantity(Quantity quantity) {
        return numbers.quantity(quantity);
    }

    public String money(Money money) {
        return numbers.money(money.amount(), money.upTo(), money.qualifier(), money.currency());
    }

    /** A sum in millions, a range where the ends differ. */
    public String money(BigDecimal amount, BigDecimal upTo, String currency) {
        return numbers.money(amount, upTo, null, currency);
    }

    /** The name of a language, by its BCP 47 tag. */
    public String languageName(String tag) {
        return Locale.forLanguageTag(tag).getDisplayLanguage(language.locale());
    }
}
