package org.darya.portal.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.darya.portal.text.Phrases;

/**
 * How the numbers of one chart and of its table are written: in millions where they are large, with as many decimals as can
 * be told apart on the axis and no more than were given.
 *
 * @param power the written number counts tens to this power of the unit
 * @param decimals decimals of a value
 */
public record ChartNumbers(Phrases phrases, String unit, int power, int decimals) {
    private static final BigDecimal LARGE = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal SMALL = new BigDecimal("0.0001");
    private static final int MOST_DECIMALS = 6;

    /** What suits all numbers of a chart, its targets too. */
    public static ChartNumbers of(ChartModel model, Phrases phrases) {
        return of(
                Stream.concat(
                        model.numbers().map(point -> Objects.requireNonNull(point.number())),
                        model.targets().stream().map(ChartTarget::value)),
                model.unit(),
                phrases);
    }

    public static ChartNumbers of(Stream<BigDecimal> numbers, String unit, Phrases phrases) {
        var all = numbers.toList();
        BigDecimal largest =
                all.stream().map(BigDecimal::abs).max(Comparator.naturalOrder()).orElse(BigDecimal.ZERO);
        BigDecimal least = all.stream().min(Comparator.naturalOrder()).orElse(BigDecimal.ZERO);
        BigDecimal most = all.stream().max(Comparator.naturalOrder()).orElse(BigDecimal.ZERO);
        int power = power(largest);
        BigDecimal span = most.subtract(least).max(largest.movePointLeft(2)).scaleByPowerOfTen(-power);
        int needed = span.signum() == 0 ? 0 : needed(span.precision() - span.scale());
        int given = all.stream()
                .mapToInt(number ->
                        number.scaleByPowerOfTen(-power).stripTrailingZeros().scale())
                .max()
                .orElse(0);
        return new ChartNumbers(phrases, unit, power, Math.clamp(Math.min(needed, given), 0, MOST_DECIMALS));
    }

    /** Decimals that tell values on an axis apart: more than its lines show, fewer than nobody can see. */
    private static int needed(int digitsOfSpan) {
        if (digitsOfSpan >= 4) {
            return 0;
        }
        return digitsOfSpan >= 2 ? 1 : Math.max(2, 2 - digitsOfSpan);
    }

    private static int power(BigDecimal largest) {
        if (largest.signum() == 0) {
            return 0;
        }
        int exponent = largest.precision() - largest.scale() - 1;
        return largest.compareTo(LARGE) >= 0 || largest.compareTo(SMALL) < 0 ? Math.floorDiv(exponent, 3) * 3 : 0;
    }

    /** The number in the unit of the axis. */
    double scaled(BigDecimal number) {
        return number.scaleByPowerOfTen(-power).doubleValue();
    }

    /** The number alone. */
    public String plain(BigDecimal number) {
        return phrases.fixed(number.scaleByPowerOfTen(-power), decimals);
    }

    /** The number with its unit. */
    public String full(BigDecimal number) {
        return phrases.inUnit(plain(number), unitWords());
    }

    /** A number that was set, with no more decimals than it was set with. */
    String exact(BigDecimal number) {
        BigDecimal scaled = number.scaleByPowerOfTen(-power).stripTrailingZeros();
        return phrases.inUnit(phrases.fixed(scaled, Math.clamp(scaled.scale(), 0, MOST_DECIMALS)), unitWords());
    }

    /** A number of the axis, which is scaled already, with the decimals of its step. */
    String tick(BigDecimal scaled, BigDecimal step) {
        int places = Math.max(0, step.stripTrailingZeros().scale());
        return phrases.fixed(scaled.setScale(places, RoundingMode.HALF_UP), places);
    }

    /** The unit in words, with "million" where the numbers count millions; empty where there is none. */
    public String unitWords() {
        return phrases.unitOf(unit, power);
    }
}
