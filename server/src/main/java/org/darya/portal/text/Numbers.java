package org.darya.portal.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import org.darya.platform.Amounts;
import org.darya.platform.Language;
import org.darya.register.Qualifier;
import org.darya.register.Quantity;
import org.jspecify.annotations.Nullable;

/** Numbers grouped as the language groups them, with units and currencies in words. */
final class Numbers {
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal BILLION = BigDecimal.valueOf(1_000_000_000);

    private final Language language;
    private final Messages messages;
    private final Amounts amounts;

    Numbers(Language language, Messages messages) {
        this.language = language;
        this.messages = messages;
        this.amounts = new Amounts(language);
    }

    /** As many decimals as were stated, a true minus sign. */
    String plain(BigDecimal number) {
        return amounts.plain(number);
    }

    /** Always as many decimals as asked for, so that numbers of one column can be compared. */
    String fixed(BigDecimal number, int decimals) {
        var symbols = DecimalFormatSymbols.getInstance(language.locale());
        symbols.setMinusSign('−');
        var format = new DecimalFormat("#,##0", symbols);
        format.setRoundingMode(RoundingMode.HALF_UP);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        String text = format.format(number);
        return text.startsWith("−") && text.chars().noneMatch(c -> c >= '1' && c <= '9') ? text.substring(1) : text;
    }

    /** A unit in words after a number of tens to a power; empty where there is nothing to say. */
    String unitOf(String code, int power) {
        boolean yearly = code.startsWith("{") && code.endsWith("/a");
        String base = yearly ? code.substring(0, code.length() - 2) : code;
        String currency = base.length() == 5 ? messages.find("currency." + base.substring(1, 4)) : null;
        String unit = currency == null ? amounts.unit(base, MILLION) : currency;
        String scale = switch (power) {
            case 0 -> "";
            case 6 -> messages.get("scale.million");
            case 9 -> messages.get("scale.billion");
            case 12 -> messages.get("scale.trillion");
            default -> "10" + superscript(power);
        };
        String text = scale.isEmpty() ? unit : unit.isEmpty() ? scale : scale + "\u00a0" + unit;
        return yearly ? messages.get("unit.per-year", text) : text;
    }

    /** A written number with a written unit. */
    String inUnit(String number, String unit) {
        if (unit.isEmpty()) {
            return number;
        }
        return messages.get(unit.startsWith("%") ? "number.percent" : "number.unit", number, unit);
    }

    private static String superscript(int power) {
        return String.valueOf(power)
                .codePoints()
                .map(c -> c == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(c - '0'))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** A number with its unit and how exactly it was stated. */
    String quantity(Quantity quantity) {
        boolean yearly = quantity.unit().startsWith("{") && quantity.unit().endsWith("/a");
        String unit = yearly ? quantity.unit().substring(0, quantity.unit().length() - 2) : quantity.unit();
        String text = unit.equals("{USD}")
                ? money(quantity.value().divide(MILLION), inMillions(quantity.upTo()), null, "USD")
                : counted(quantity.value(), quantity.upTo(), unit);
        return qualified(quantity.qualifier(), yearly ? messages.get("unit.per-year", text) : text);
    }

    private String counted(BigDecimal low, @Nullable BigDecimal upTo, String code) {
        BigDecimal high = upTo == null ? low : upTo;
        BigDecimal scale = scaleOf(high, code);
        String number = range(low.divide(scale), high.divide(scale));
        String scaled = scale.equals(BILLION)
                ? messages.get("number.billion", number)
                : scale.equals(MILLION) ? messages.get("number.million", number) : number;
        String unit = amounts.unit(code, scale.equals(BigDecimal.ONE) ? high : MILLION);
        if (unit.isEmpty()) {
            return scaled;
        }
        return messages.get(unit.startsWith("%") ? "number.percent" : "number.unit", scaled, unit);
    }

    private static @Nullable BigDecimal inMillions(@Nullable BigDecimal amount) {
        return amount == null ? null : amount.divide(MILLION);
    }

    /** A sum in millions of a currency. */
    String money(BigDecimal millions, @Nullable BigDecimal upTo, @Nullable Qualifier qualifier, String currency) {
        String name = messages.find("currency." + currency);
        return qualified(
                qualifier, messages.get("number.money", range(millions, upTo), name == null ? currency : name));
    }

    private String range(BigDecimal low, @Nullable BigDecimal high) {
        return high == null || high.compareTo(low) == 0 ? plain(low) : plain(low) + "–" + plain(high);
    }

    private String qualified(@Nullable Qualifier qualifier, String text) {
        return qualifier == null ? text : messages.get(Labels.key(qualifier), text);
    }

    /** Only things that are counted are scaled: "2 billion trees" reads, "2 billion hectares" is never stated so. */
    private static BigDecimal scaleOf(BigDecimal number, String unit) {
        boolean counted = unit.startsWith("{");
        if (counted && number.compareTo(BILLION) >= 0) {
            return BILLION;
        }
        return counted && number.compareTo(MILLION) >= 0 ? MILLION : BigDecimal.ONE;
    }
}
