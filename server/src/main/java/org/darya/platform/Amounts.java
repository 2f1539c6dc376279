package org.darya.platform;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import org.jspecify.annotations.Nullable;

/** Numbers as a language writes them, with UCUM units in its words. */
public final class Amounts {
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal BILLION = BigDecimal.valueOf(1_000_000_000);

    private final Language language;
    private final Texts texts;

    public Amounts(Language language) {
        this.language = language;
        this.texts = Texts.of("messages", language);
    }

    /** As many decimals as were stated, up to six; a true minus sign. */
    public String plain(BigDecimal number) {
        var symbols = DecimalFormatSymbols.getInstance(language.locale());
        symbols.setMinusSign('−');
        var format = new DecimalFormat("#,##0.######", symbols);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(number);
    }

    /** To three digits that count, and never less than whole units: 67.76 is 67.8, 1234.5 is 1,235. */
    public String rounded(BigDecimal number) {
        int whole = number.precision() - number.scale();
        return plain(number.round(new MathContext(Math.max(3, whole), RoundingMode.HALF_UP)));
    }

    /** A measured or computed number with its unit, rounded. */
    public String measured(BigDecimal number, String code) {
        BigDecimal scale = scale(number.abs(), code);
        return with(rounded(number.divide(scale)), code, scale, number);
    }

    /** A stated number or range with its unit, as it was stated. */
    public String stated(BigDecimal number, @Nullable BigDecimal upTo, String code) {
        BigDecimal high = upTo == null ? number : upTo;
        BigDecimal scale = scale(high.abs(), code);
        String low = plain(number.divide(scale));
        return with(upTo == null ? low : low + "–" + plain(high.divide(scale)), code, scale, high);
    }

    /** The unit in words, in the form that goes with the number; a code that no text names is shown as the code it is. */
    public String unit(String code, BigDecimal number) {
        if (code.equals("1")) {
            return "";
        }
        String forms = texts.find("unit." + code);
        if (forms == null && code.equals("{USD}")) {
            forms = texts.get("currency.USD");
        }
        if (forms == null && code.endsWith("/a")) {
            return texts.get("unit.per-year", unit(code.substring(0, code.length() - 2), number));
        }
        return forms == null ? code.replace("{", "").replace("}", "") : Plural.choose(language, forms, number);
    }

    private String with(String number, String code, BigDecimal scale, BigDecimal whole) {
        String scaled = scale.equals(BILLION)
                ? texts.get("number.billion", number)
                : scale.equals(MILLION) ? texts.get("number.million", number) : number;
        String unit = unit(code, scale.equals(BigDecimal.ONE) ? whole : MILLION);
        return unit.isEmpty()
                ? scaled
                : texts.get(unit.startsWith("%") ? "number.percent" : "number.unit", scaled, unit);
    }

    /** Things that are counted, and hectares, are told in millions where there are millions of them. */
    private static BigDecimal scale(BigDecimal number, String code) {
        boolean counted = code.startsWith("{") || code.equals("har") || code.equals("ha");
        if (counted && number.compareTo(BILLION) >= 0) {
            return BILLION;
        }
        return counted && number.compareTo(MILLION) >= 0 ? MILLION : BigDecimal.ONE;
    }
}
