package org.darya.agreement.finding;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.darya.agreement.Finding.Amount;
import org.darya.platform.Amounts;
import org.darya.platform.Language;
import org.darya.platform.Texts;
import org.darya.register.LocalText;

/** One language of a sentence: its templates, and numbers as it writes them. */
final class Say {
    private final Language language;
    private final Texts texts;
    private final Amounts amounts;

    private Say(Language language) {
        this.language = language;
        this.texts = Texts.of("findings", language);
        this.amounts = new Amounts(language);
    }

    /** The same sentence in every language of the pages. */
    static LocalText inAll(Function<Say, String> sentence) {
        Map<String, String> all = new TreeMap<>();
        Language.OF_PAGES.forEach(language -> all.put(language.tag(), stopped(sentence.apply(new Say(language)))));
        return new LocalText(all);
    }

    /** A unit that ends in a full stop ends the sentence too. */
    private static String stopped(String text) {
        return text.replace("..", ".");
    }

    String t(String key, Object... values) {
        return texts.get(key, values);
    }

    String t(LocalText text) {
        return text.in(language);
    }

    /** A number as it was stated. */
    String stated(Amount amount) {
        return amounts.stated(amount.value(), amount.upTo(), amount.unit());
    }

    /** A number that was measured or computed. */
    String measured(BigDecimal number, String unit) {
        return amounts.measured(number, unit);
    }

    String rounded(BigDecimal number) {
        return amounts.rounded(number);
    }

    String number(BigDecimal number) {
        return amounts.plain(number);
    }

    /** A sentence after a colon begins small, unless its first word is written with more capitals. */
    static String inside(String sentence) {
        boolean plain = sentence.length() > 1 && !Character.isUpperCase(sentence.charAt(1));
        return plain ? sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1) : sentence;
    }

    /** One period, or the first and the last. */
    static String span(String from, String to) {
        return from.equals(to) ? from : from + "–" + to;
    }
}
