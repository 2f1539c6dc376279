package org.darya.methods;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleUnaryOperator;
import java.util.regex.Pattern;
import javax.measure.IncommensurableException;
import javax.measure.Unit;
import systems.uom.ucum.format.UCUMFormat;
import systems.uom.ucum.internal.format.TokenMgrError;

/**
 * A unit as a UCUM code, case sensitive: {@code mm/d}, {@code Cel}, {@code kg{CO2e}/{USD}}.
 *
 * <p>UCUM ignores annotations in braces. Darya does not: money and people are annotations there, and dollars must not
 * turn into tenge unnoticed. Two codes convert into each other only when their dimensions and their annotations agree.
 */
public record Ucum(String code) {
    private static final Map<String, Unit<?>> PARSED = new ConcurrentHashMap<>();
    private static final Pattern ANNOTATION = Pattern.compile("\\{[^}]*}");
    private static final Pattern POWER_OF_TEN = Pattern.compile("10\\*(\\d{1,2})");

    public static final Ucum ONE = new Ucum("1");
    public static final Ucum PERCENT = new Ucum("%");

    public Ucum {
        unit(code);
    }

    public boolean convertsTo(Ucum other) {
        return annotations().equals(other.annotations()) && unit(code).isCompatible(raw(other));
    }

    /** The function that turns a number in this unit into the number in the other unit. */
    public DoubleUnaryOperator to(Ucum other) {
        if (code.equals(other.code)) {
            return DoubleUnaryOperator.identity();
        }
        if (!convertsTo(other)) {
            throw new IllegalArgumentException(
                    "The unit %s does not convert to %s: dimensions or annotations differ.\nMaybe the series is another quantity, or money and people in braces are written differently."
                            .formatted(code, other.code));
        }
        try {
            var converter = unit(code).getConverterToAny(unit(other.code));
            return x -> converter.convert(Double.valueOf(x)).doubleValue();
        } catch (IncommensurableException e) {
            throw new IllegalArgumentException(
                    "The unit %s does not convert to %s.\nMaybe the series is another quantity."
                            .formatted(code, other.code),
                    e);
        }
    }

    /** The quotient of two units; a temperature on a scale with an offset counts as an interval. */
    public Ucum per(Ucum other) {
        String over = code.equals("Cel") ? "K" : code;
        if (other.equals(ONE)) {
            return new Ucum(over);
        }
        boolean compound = other.code.contains(".") || other.code.contains("/");
        return new Ucum(over + "/" + (compound ? "(" + other.code + ")" : other.code));
    }

    private List<String> annotations() {
        List<String> found = new ArrayList<>();
        ANNOTATION.matcher(code).results().forEach(match -> found.add(match.group()));
        found.sort(null);
        return found;
    }

    private static Unit<?> unit(String code) {
        return PARSED.computeIfAbsent(code, Ucum::parse);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Unit raw(Ucum ucum) {
        return unit(ucum.code);
    }

    private static Unit<?> parse(String code) {
        String plain = POWER_OF_TEN.matcher(code).replaceAll(m -> "1" + "0".repeat(Integer.parseInt(m.group(1))));
        try {
            if (code.isBlank()) {
                throw new IllegalArgumentException("blank");
            }
            synchronized (PARSED) {
                return UCUMFormat.getInstance(UCUMFormat.Variant.CASE_SENSITIVE).parse(plain);
            }
        } catch (RuntimeException | TokenMgrError e) {
            throw new IllegalArgumentException(
                    "The unit (%s) is not a UCUM code.\nMaybe a product needs a point (kW.h), a hectare is har, a currency needs braces ({USD}), or the case of a letter is wrong."
                            .formatted(code),
                    e);
        }
    }

    @Override
    public String toString() {
        return code;
    }
}
