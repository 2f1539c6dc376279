package org.darya.methods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Positive;
import net.jqwik.api.constraints.Size;
import org.darya.methods.registry.Methods;

/** What must hold whatever the numbers are: sums close, mass is kept, perfect forecasts score perfectly. */
class InvariantTest {

    @Property(tries = 200)
    void kayaEffectsAddUpToTheChange(@ForAll @Size(8) List<@DoubleRange(min = 0.01, max = 1e6) Double> x) {
        Inputs inputs = Inputs.of("emissions", pair("t", x.get(0), x.get(1)))
                .and("energy", pair("TJ", x.get(2), x.get(3)))
                .and("gdp", pair("{USD}", x.get(4), x.get(5)))
                .and("population", pair("{person}", x.get(6), x.get(7)));
        Result result = Methods.get("kaya-decomposition").compute(inputs, Parameters.of("base-year", 2000));
        double sum = number(result, "population-effect")
                + number(result, "affluence-effect")
                + number(result, "energy-intensity-effect")
                + number(result, "carbon-intensity-effect");
        assertThat(sum).isCloseTo(number(result, "change"), within(1e-6 * Math.max(x.get(0), x.get(1))));
    }

    @Property(tries = 50)
    void aPulseOfWasteGivesItsWholePotential(
            @ForAll @DoubleRange(min = 1, max = 1e5) double waste,
            @ForAll @DoubleRange(min = 0.02, max = 0.4) double k) {
        Series pulse = Series.observed("w", "Gg", Map.of("2000", waste)).tagged("kind", "food");
        Result result = Methods.get("landfill-methane")
                .compute(
                        Inputs.of("waste", pulse),
                        Parameters.of("k", "food=" + k).and("years-after", 1000));
        double total = result.of("generated").stream()
                .mapToDouble(InvariantTest::number)
                .sum();
        assertThat(total / waste).isCloseTo(0.040, within(1e-6));
    }

    @Example
    void thePulseOfTheReferenceGivesFortyGigagrams() {
        Series pulse = Series.observed("w", "Gg", Map.of("2000", 1000.0)).tagged("kind", "food");
        Result result = Methods.get("landfill-methane")
                .compute(
                        Inputs.of("waste", pulse),
                        Parameters.of("k", "food=0.05").and("years-after", 1000));
        assertThat(result.of("generated").stream()
                        .mapToDouble(InvariantTest::number)
                        .sum())
                .isCloseTo(40.0, within(1e-9));
    }

    @Property(tries = 100)
    void aPerfectForecastHasThePerfectValue(
            @ForAll @Size(min = 3, max = 12) List<@DoubleRange(min = 1, max = 1000) Double> flows) {
        List<Double> varied = new ArrayList<>(flows);
        varied.add(flows.getFirst() + 7);
        Series observed = years("m3/s", varied);
        for (String id : List.of("nash-sutcliffe", "kling-gupta")) {
            Method method = Methods.get(id);
            Result result =
                    method.compute(Inputs.of("observed", observed).and("simulated", observed), Parameters.DEFAULTS);
            for (Output output : method.card().outputs()) {
                Double perfect = output.perfect();
                assertThat(perfect).isNotNull();
                assertThat(number(result, output.name())).isCloseTo(perfect, within(1e-9));
            }
        }
        Result crps = Methods.get("crps")
                .compute(Inputs.of("observed", observed).and("member", observed, observed), Parameters.DEFAULTS);
        assertThat(crps.of("crps")).allSatisfy(o -> assertThat(number(o)).isZero());
    }

    @Property(tries = 100)
    void scoresNeverPassTheirPerfectValue(
            @ForAll @Size(6) List<@DoubleRange(min = 1, max = 1000) Double> o,
            @ForAll @Size(6) List<@DoubleRange(min = 1, max = 1000) Double> s) {
        Inputs inputs = Inputs.of("observed", years("m3/s", o)).and("simulated", years("m3/s", s));
        for (String id : List.of("nash-sutcliffe", "kling-gupta")) {
            Result result = Methods.get(id).compute(inputs, Parameters.DEFAULTS);
            String headline = Methods.get(id).card().outputs().getFirst().name();
            if (result.of(headline).getFirst().value() instanceof Value.Known known) {
                assertThat(known.quantity().number()).isLessThanOrEqualTo(1 + 1e-12);
            }
        }
    }

    @Property(tries = 100)
    void anEnsembleScoreIsNeverNegative(
            @ForAll @DoubleRange(min = -100, max = 100) double y,
            @ForAll @Size(min = 1, max = 8) List<@DoubleRange(min = -100, max = 100) Double> members) {
        Series[] all = members.stream().map(m -> years("mm", List.of(m))).toArray(Series[]::new);
        Result result = Methods.get("crps")
                .compute(Inputs.of("observed", years("mm", List.of(y))).and("member", all), Parameters.DEFAULTS);
        assertThat(number(result, "crps")).isGreaterThanOrEqualTo(-1e-9);
    }

    @Property(tries = 200)
    void moreDustNeverMeansABetterIndex(
            @ForAll @DoubleRange(min = 0, max = 800) double low, @ForAll @DoubleRange(min = 0, max = 200) double more) {
        for (String[] index : new String[][] {{"us-aqi", "aqi"}, {"european-aqi", "class"}}) {
            Method method = Methods.get(index[0]);
            double before = number(
                    method.compute(Inputs.of("pm25", years("ug/m3", List.of(low))), Parameters.DEFAULTS), index[1]);
            double after = number(
                    method.compute(Inputs.of("pm25", years("ug/m3", List.of(low + more))), Parameters.DEFAULTS),
                    index[1]);
            assertThat(after).isGreaterThanOrEqualTo(before);
        }
    }

    @Property(tries = 100)
    void aWeightedMeanLiesBetweenItsValues(
            @ForAll @Size(3) List<@DoubleRange(min = -50, max = 50) Double> values,
            @ForAll @Size(3) List<@DoubleRange(min = 0.1, max = 9) Double> weights) {
        Inputs inputs = new Inputs(Map.of("value", tagged("Cel", values), "weight", tagged("{person}", weights)));
        double mean = number(Methods.get("weighted-mean").compute(inputs, Parameters.DEFAULTS), "mean");
        assertThat(mean)
                .isBetween(
                        values.stream().min(Double::compare).orElseThrow() - 1e-9,
                        values.stream().max(Double::compare).orElseThrow() + 1e-9);
    }

    @Property(tries = 100)
    void aStraightLineHasItsSlopeAsTrend(
            @ForAll @DoubleRange(min = -5, max = 5) double slope, @ForAll @IntRange(min = 8, max = 30) int n) {
        List<Double> line = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            line.add(100 + slope * i);
        }
        Result sen = Methods.get("trend").compute(Inputs.of("series", years("m", line)), Parameters.DEFAULTS);
        Result ols = Methods.get("linear-trend").compute(Inputs.of("series", years("m", line)), Parameters.DEFAULTS);
        assertThat(number(sen, "slope")).isCloseTo(slope, within(1e-9));
        assertThat(number(ols, "slope")).isCloseTo(slope, within(1e-9));
    }

    @Property(tries = 100)
    void standardizedPrecipitationKeepsTheOrderAndItsBounds(
            @ForAll @Size(40) List<@DoubleRange(min = 0, max = 300) Double> rain) {
        Map<String, Double> months = new TreeMap<>();
        for (int i = 0; i < rain.size(); i++) {
            months.put((1961 + i) + "-05", rain.get(i));
        }
        Result result = Methods.get("standardized-precipitation")
                .compute(
                        Inputs.of("precipitation", Series.observed("p", "mm", months)),
                        Parameters.of("months", 1)
                                .and("calibration", "1961-2000")
                                .and("minimum-years", 4));
        List<Outcome> spi = result.of("spi");
        for (int i = 0; i < spi.size(); i++) {
            for (int j = 0; j < spi.size(); j++) {
                if (spi.get(i).value() instanceof Value.Known && rain.get(i) <= rain.get(j)) {
                    assertThat(number(spi.get(i))).isBetween(-3.09, 3.09).isLessThanOrEqualTo(number(spi.get(j)));
                }
            }
        }
    }

    @Property(tries = 100)
    void markedMoneyIsNeverCountedTwice(
            @ForAll @Size(4) List<@Positive @DoubleRange(max = 1e6) Double> amounts,
            @ForAll @Size(8) List<@IntRange(min = 0, max = 2) Integer> markers) {
        List<Series> all = new ArrayList<>();
        for (int i = 0; i < amounts.size(); i++) {
            all.add(years("{USD}", List.of(amounts.get(i)))
                    .tagged("adaptation", markers.get(2 * i).toString())
                    .tagged("mitigation", markers.get(2 * i + 1).toString()));
        }
        Result result =
                Methods.get("rio-marker-finance").compute(new Inputs(Map.of("amount", all)), Parameters.DEFAULTS);
        double parts = number(result, "adaptation") + number(result, "mitigation") + number(result, "cross-cutting");
        double sum = amounts.stream().mapToDouble(Double::doubleValue).sum();
        assertThat(number(result, "climate")).isCloseTo(parts, within(1e-6)).isLessThanOrEqualTo(sum + 1e-6);
    }

    @Property(tries = 100)
    void aLakeWithoutObservedErrorClosesExactly(@ForAll @Size(4) List<@DoubleRange(min = 0.1, max = 500) Double> x) {
        Inputs known = Inputs.of("inflow", years("km3", x.subList(0, 1)))
                .and("precipitation", years("mm", x.subList(1, 2)))
                .and("evaporation", years("mm", x.subList(2, 3)))
                .and("area", years("km2", x.subList(3, 4)));
        Method method = Methods.get("lake-water-balance");
        double change = number(method.compute(known, Parameters.DEFAULTS), "change");
        Result closed =
                method.compute(known.and("observed-change", years("km3", List.of(change))), Parameters.DEFAULTS);
        assertThat(number(closed, "closure-error")).isCloseTo(0, within(1e-9));
    }

    private static Series pair(String unit, double then, double now) {
        return Series.observed("s", unit, Map.of("2000", then, "2010", now));
    }

    private static Series years(String unit, List<Double> numbers) {
        Map<String, Double> values = new TreeMap<>();
        for (int i = 0; i < numbers.size(); i++) {
            values.put(Integer.toString(2000 + i), numbers.get(i));
        }
        return Series.observed("s", unit, values);
    }

    private static List<Series> tagged(String unit, List<Double> numbers) {
        List<Series> all = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i++) {
            all.add(years(unit, numbers.subList(i, i + 1)).tagged("member", "m" + i));
        }
        return all;
    }

    private static double number(Result result, String output) {
        return number(result.of(output).getLast());
    }

    private static double number(Outcome outcome) {
        return ((Value.Known) outcome.value()).quantity().number();
    }
}
