package org.darya.portal.text;

import java.math.BigDecimal;
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
