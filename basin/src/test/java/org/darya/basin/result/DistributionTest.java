package org.darya.basin.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Points of the duration curve: exact while values are few, and within 0.8 % when they are many. */
class DistributionTest {

    private static final double[] SHARES = {0, 0.001, 0.01, 0.05, 0.3, 0.5, 0.7, 0.9, 0.95, 0.99, 1};

    private static Distribution of(double... values) {
        Distribution distribution = new Distribution();
        Arrays.stream(values).forEach(distribution::add);
        return distribution;
    }

    private static double[] random(long seed, int count) {
        Random random = new Random(seed);
        return DoubleStream.generate(() -> random.nextInt(10) == 0 ? 0 : Math.exp(3 * random.nextGaussian()))
                .limit(count)
                .toArray();
    }

    @Property(tries = 300)
    void eachPointIsTheGreatestValueReachedThatOften(
            @ForAll @Size(min = 1, max = 200) List<@IntRange(min = 0, max = 40) Integer> values,
            @ForAll @IntRange(min = 0, max = 100) int percent) {
        double[] all = values.stream().mapToDouble(x -> x).toArray();
        double greatest = Arrays.stream(all)
                .filter(x -> 100L * Arrays.stream(all).filter(y -> y >= x).count() >= (long) percent * all.length)
                .max()
                .orElseThrow();
        assertThat(of(all).exceeded(percent / 100.0)).containsExactly(greatest);
    }

    @Example
    void twentyYearsGiveTheWordsTheirMeaning() {
        double[] years = DoubleStream.iterate(1, x -> x + 1).limit(20).toArray();
        // 19 of 20 years reach 2, and one of them 20
        assertThat(of(years).exceeded(0.95, 0.5, 0.05, 0, 1)).containsExactly(2, 11, 20, 20, 1);
    }

    @Example
    void aRiverThatIsDryHalfTheTime() {
        assertThat(of(0, 0, 0, 0, 0, 3, 3, 3, 3, 3).exceeded(0.5, 0.51)).containsExactly(3, 0);
    }

    @Property(tries = 20)
    void manyValuesAreToldWithinLessThanOnePercent(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 30_000) int more) {
        double[] values = random(seed, 20_000 + more);
        double[] told = of(values).exceeded(SHARES);
        Arrays.sort(values);
        for (int i = 0; i < SHARES.length; i++) {
            int below = (int) Math.min(values.length - 1, Math.floor((1 - SHARES[i]) * values.length + 1e-6));
            // what is smaller than a millionth counts as nothing
            assertThat(told[i]).isCloseTo(values[below], within(0.0079 * values[below] + 1e-6));
        }
    }

    @Example
    void twentyThousandValuesAreExactAndOneMoreIsNot() {
        double[] values = random(3, 20_000);
        Distribution distribution = of(values);
        Arrays.sort(values);
        assertThat(distribution.exceeded(0.5)).containsExactly(values[10_000]);
        distribution.add(values[10_000]);
        assertThat(distribution.exceeded(0.5)[0])
                .isNotEqualTo(values[10_000])
                .isCloseTo(values[10_000], within(0.0079 * values[10_000]));
    }

    @Property(tries = 30)
    void partsTellTheSameAsTheWhole(
            @ForAll long seed,
            @ForAll @Size(min = 1, max = 4) List<@IntRange(min = 0, max = 25_000) Integer> sizes,
            @ForAll boolean backwards) {
        Distribution whole = new Distribution();
        Distribution merged = new Distribution();
        List<Distribution> parts = sizes.stream()
                .map(size -> {
                    double[] values = random(seed + size, size);
                    Arrays.stream(values).forEach(whole::add);
                    return of(values);
                })
                .toList();
        (backwards ? parts.reversed() : parts).forEach(merged::add);
        assertThat(merged.exceeded(SHARES)).containsExactly(whole.exceeded(SHARES));
    }

    @Example
    void nothingAndLessThanNothingCountAsNothing() {
        assertThat(of(-5, -0.0, 0, 2).exceeded(0.25, 0.5, 1)).containsExactly(2, 0, 0);
        Distribution many = of(new double[20_000]);
        many.add(-7);
        many.add(1e-9);
        assertThat(many.exceeded(0, 0.5, 1)).containsExactly(0, 0, 0);
    }

    @Example
    void whatIsNoNumberDoesNotCount() {
        assertThat(of(Double.NaN, 1, Double.NaN, 3).exceeded(0.5, 1)).containsExactly(3, 1);
        assertThat(of(Double.NaN).exceeded(0.5)).containsOnly(Double.NaN);
        assertThat(of().exceeded(0, 1)).containsOnly(Double.NaN);
    }

    @Property(tries = 50)
    void aValueThatIsGreatStaysInItsClass(@ForAll @DoubleRange(min = -5, max = 9) double power) {
        double value = Math.pow(10, power);
        Distribution many = new Distribution();
        for (int i = 0; i <= 20_000; i++) {
            many.add(value);
        }
        assertThat(many.exceeded(0.5)[0]).isCloseTo(value, within(0.0079 * value));
    }
}
