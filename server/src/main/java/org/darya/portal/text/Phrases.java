package org.darya.portal.text;

import java.math.BigDecimal;
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

    /** The name of a constant of a closed set. */
    public String label(Enum<?> constant) {
        return messages.get(Labels.key(constant));
    }

    public String date(Edtf date) {
        return dates.text(date);
    }

    public String number(long number) {
        return numbers.plain(BigDecimal.valueOf(number));
    }

    public String number(BigDecimal number) {
        return numbers.plain(number);
    }

    /** A number with exactly so many decimals. */
    public String fixed(BigDecimal number, int decimals) {
        return numbers.fixed(number, decimals);
    }

    /** A unit in words, for numbers that count tens to a power of it; empty for a bare number. */
    public String unitOf(String code, int power) {
        return numbers.unitOf(code, power);
    }

    /** A written number with a written unit. */
    public String inUnit(String number, String unit) {
        return numbers.inUnit(number, unit);
    }

    public Language language() {
        return language;
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
