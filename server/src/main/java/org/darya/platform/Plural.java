package org.darya.platform;

import java.math.BigDecimal;

/** The form of a word after a number. Forms stand in a message with bars between them: "дерево|дерева|деревьев". */
public final class Plural {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Plural() {}

    /** Kazakh has one form, English two, Russian three; a word with fewer forms does not change. */
    public static String choose(Language language, String forms, BigDecimal number) {
        String[] words = forms.split("\\|", -1);
        return words[Math.min(form(language, number), words.length - 1)];
    }

    private static int form(Language language, BigDecimal number) {
        return switch (language) {
            case RU -> russian(number);
            case EN -> number.abs().compareTo(BigDecimal.ONE) == 0 ? 0 : 1;
            default -> 0;
        };
    }

    private static int russian(BigDecimal number) {
        if (number.stripTrailingZeros().scale() > 0) {
            return 1; // полтора дерева
        }
        int rest = number.abs().remainder(HUNDRED).intValue();
        int last = rest % 10;
        if (rest / 10 == 1 || last == 0 || last > 4) {
            return 2;
        }
        return last == 1 ? 0 : 1;
    }
}
