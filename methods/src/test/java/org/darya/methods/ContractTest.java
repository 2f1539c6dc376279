package org.darya.methods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import org.darya.methods.registry.Methods;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Units, periods, values and calls keep their promises. */
class ContractTest {

    @ParameterizedTest
    @CsvSource({
        "1, TW.h, PJ, 3.6",
        "20, Cel, K, 293.15",
        "1, 10*3.km2, har, 100000",
        "1, km3, 10*9.m3, 1",
        "1, cm/a, m/a, 0.01",
        "1, [ppm], [ppb], 1000",
        "1.2e-5, {deaths}/{person}, {deaths}/(10*5.{person}), 1.2",
        "5, mm{w.e.}, m{w.e.}, 0.005",
        "1, Gg, t, 1000"
    })
    void unitsConvert(double number, String from, String to, double expected) {
        assertThat(new Quantity(number, new Ucum(from)).in(new Ucum(to)).number())
                .isCloseTo(expected, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"{USD}, {KZT}", "{USD}, 1", "km3, km2", "t, t{CO2e}", "d, '{days}'"})
    void quantitiesOfAnotherKindDoNot(String from, String to) {
        assertThat(new Ucum(from).convertsTo(new Ucum(to))).isFalse();
        assertThatThrownBy(() -> new Ucum(from).to(new Ucum(to)))
                .hasMessageContaining(from)
                .hasMessageContaining("\nMaybe");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kWh", "10^6.t", "mm/", "градус", ""})
    void aWrongCodeIsRefused(String code) {
        assertThatThrownBy(() -> new Ucum(code))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("(" + code + ")")
                .hasMessageContaining("\nMaybe");
    }

    @Test
    void quotientsOfUnitsAreWrittenOut() {
        assertThat(new Ucum("t").per(new Ucum("{USD}"))).isEqualTo(new Ucum("t/{USD}"));
        assertThat(new Ucum("t").per(new Ucum("10*6.{USD}"))).isEqualTo(new Ucum("t/(10*6.{USD})"));
        assertThat(new Ucum("Cel").per(new Ucum("a"))).isEqualTo(new Ucum("K/a"));
        assertThat(new Ucum("%").per(Ucum.ONE)).isEqualTo(Ucum.PERCENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020", "2020-05", "2020-05-D3", "2020-02-P6", "2020-02-29", "2020-05-14T08"})
    void periodsAreReadAsTheyAreWritten(String text) {
        assertThat(Period.parse(text)).hasToString(text);
    }

    @Test
    void periodsKnowTheirLength() {
        assertThat(Period.year(2020).count(Step.DAY)).isEqualTo(366);
        assertThat(Period.year(2021).count(Step.PENTAD)).isEqualTo(72);
        assertThat(Period.month(2021, 2).count(Step.DECADE)).isEqualTo(3);
        assertThat(Period.parse("2021-02-P6").next()).isEqualTo(Period.parse("2021-03-P1"));
        assertThat(Period.parse("2021-12-D3").next()).isEqualTo(Period.parse("2022-01-D1"));
        assertThat(Period.parse("2021-07-02").in(Step.DECADE)).isEqualTo(Period.parse("2021-07-D1"));
        assertThat(Period.month(2021, 7).inYears()).isCloseTo(2021.538, within(1e-3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"20", "2020-13", "2020-05-D4", "2020-05-X1", "2021-02-29"})
    void aPeriodThatDoesNotExistIsRefused(String text) {
        assertThatThrownBy(() -> Period.parse(text)).hasMessageContaining("\nMaybe");
    }

    @Test
    void missingIsNeverANumber() {
        assertThatThrownBy(() -> Value.observed(Double.NaN, Ucum.ONE)).hasMessageContaining("\nMaybe");
        assertThatThrownBy(() -> Value.observed(Double.POSITIVE_INFINITY, Ucum.ONE))
                .hasMessageContaining("\nMaybe");
        assertThat(Status.OBSERVED.weaker(Status.IMPUTED)).isEqualTo(Status.IMPUTED);
        assertThat(Status.NOT_REPORTED.known()).isFalse();
    }

    @Test
    void aSeriesHasOneValueForAPeriod() {
        Point point = new Point(Period.year(2020), Value.observed(1, Ucum.ONE));
        assertThatThrownBy(() -> new Series("s", Map.of(), Ucum.ONE, List.of(point, point)))
                .hasMessageContaining("2020")
                .hasMessageContaining("\nMaybe");
        assertThatThrownBy(() -> new Series("s", Map.of(), Ucum.PERCENT, List.of(point)))
                .hasMessageContaining("\nMaybe");
    }

    @Test
    void allFaultsOfACallAreNamedAtOnce() {
        Method method = Methods.get("water-stress");
        Inputs inputs = Inputs.of("withdrawal", Series.observed("w", "t", Map.of("2020", 1.0)))
                .and("renewable", Series.observed("r", "km3", Map.of("2020", 1.0)))
                .and("rain", Series.observed("p", "mm", Map.of("2020", 1.0)));
        assertThatThrownBy(() -> method.compute(inputs, Parameters.of("colour", "blue")))
                .hasMessageContaining("(w)")
                .hasMessageContaining("in t and not in km3")
                .hasMessageContaining("environmental-flow")
                .hasMessageContaining("no input (rain)")
                .hasMessageContaining("no parameter (colour)")
                .hasMessageContaining("\nMaybe");
    }

    @Test
    void parametersAreCheckedAgainstTheirCard() {
        Method method = Methods.get("attributable-deaths");
        Inputs inputs = Inputs.of("concentration", Series.observed("c", "ug/m3", Map.of("2020", 35.0)))
                .and("mortality", Series.observed("m", "{deaths}/{person}", Map.of("2020", 0.01)))
                .and("population", Series.observed("p", "{person}", Map.of("2020", 1000.0)));
        assertThatThrownBy(() -> method.compute(inputs, Parameters.of("rr10", 0.5)))
                .hasMessageContaining("rr10")
                .hasMessageContaining("0.5");
        assertThatThrownBy(() -> method.compute(inputs, Parameters.of("rr10", "much")))
                .hasMessageContaining("much");
        assertThatThrownBy(() -> Methods.get("progress-to-target")
                        .compute(
                                Inputs.of("series", Series.observed("s", "%", Map.of("2020", 1.0))),
                                Parameters.DEFAULTS))
                .hasMessageContaining("target")
                .hasMessageContaining("has no default");
    }

    @Test
    void anOutcomeNamesItsInputsCoverageAndStatus() {
        Ucum unit = new Ucum("TW.h");
        Series whole = Series.observed("generation", "TW.h", Map.of("2020", 100.0));
        Series part = new Series(
                "hydro",
                Map.of(),
                unit,
                List.of(new Point(Period.year(2020), new Value.Imputed(new Quantity(10, unit)))));
        Outcome outcome = Methods.get("share")
                .compute(Inputs.of("whole", whole).and("part", part), Parameters.DEFAULTS)
                .of("share")
                .getFirst();
        assertThat(outcome.value()).isEqualTo(new Value.Imputed(new Quantity(10, Ucum.PERCENT)));
        assertThat(outcome.coverage()).isEqualTo(new Coverage(2, 2));
        assertThat(outcome.used())
                .containsExactly(
                        new Used("whole", "generation", Period.year(2020), Period.year(2020), 1),
                        new Used("part", "hydro", Period.year(2020), Period.year(2020), 1));
    }

    @Test
    void aResultOutsideItsRangeIsKeptAndNoted() {
        Result result = Methods.get("share")
                .compute(
                        Inputs.of("whole", Series.observed("w", "t", Map.of("2020", 1.0)))
                                .and("part", Series.observed("p", "t", Map.of("2020", 2.0))),
                        Parameters.DEFAULTS);
        assertThat(result.notes()).extracting(Reason::why).containsExactly(Reason.Why.OUT_OF_RANGE);
        assertThat(result.series("share").samples()).extracting(Sample::number).containsExactly(200.0);
    }

    @Test
    void theUnitOfAnOutputIsKnownWithoutAValue() {
        Result result = Methods.get("ghg-per-gdp")
                .compute(
                        Inputs.of(
                                        "emissions",
                                        Series.observed("e", "t", Map.of()).tagged("gas", "CO2"))
                                .and("gdp", Series.observed("g", "10*6.{USD}", Map.of())),
                        Parameters.DEFAULTS);
        assertThat(result.unit("intensity")).isEqualTo(new Ucum("kg{CO2e}/(10*6.{USD})"));
    }

    @ParameterizedTest
    @CsvSource({"en, 'freshwater withdrawal'", "ru, 'забор пресной воды'", "kk, 'тұщы су алу'"})
    void reasonsAreSentencesInEveryLanguage(String language, String word) {
        ResourceBundle words = ResourceBundle.getBundle(Card.BUNDLE, Locale.of(language));
        Reason reason = Reason.of(Reason.Why.SERIES_MISSING, "withdrawal", Period.year(2020), "AQUASTAT");
        assertThat(reason.in(words)).contains(word).contains("2020").contains("AQUASTAT");
        for (Reason.Why why : Reason.Why.values()) {
            assertThat(Reason.of(why, "a", "b", "c", "d").in(words))
                    .doesNotContain("{")
                    .endsWith(".");
        }
    }

    @Test
    void numbersInSentencesFollowTheLanguage() {
        Reason reason = Reason.of(Reason.Why.COVERAGE_TOO_LOW, 17, 24, 75.0);
        assertThat(reason.in(ResourceBundle.getBundle(Card.BUNDLE, Locale.of("ru"))))
                .isEqualTo("Известно значений: 17 из 24; требуется не менее 75 %.");
        Reason share = Reason.of(Reason.Why.NOT_POSITIVE, "target", -0.30000000000000004);
        assertThat(share.in(ResourceBundle.getBundle(Card.BUNDLE, Locale.of("ru"))))
                .isEqualTo("Величина «цель» должна быть положительной, а равна -0,3.");
    }

    @ParameterizedTest
    @CsvSource({
        "exceedance-days, series, m, 2020-05, threshold, 1",
        "nowcast, concentration, ug/m3, 2020-05-01, ,",
        "standardized-precipitation, precipitation, mm, 2020, ,",
        "cumulative-balance, balance, mm{w.e.}, 2020-05, ,",
        "landfill-methane, waste, Gg, 2020-05, ,",
        "period-mean, series, m, 2020, to, month"
    })
    void aSeriesOfAnotherStepIsRefused(
            String id, String input, String unit, String period, @Nullable String name, @Nullable String value) {
        Inputs inputs = Inputs.of(input, Series.observed("s", unit, Map.of(period, 1.0)));
        Parameters parameters = name == null || value == null ? Parameters.DEFAULTS : Parameters.of(name, value);
        assertThatThrownBy(() -> Methods.get(id).compute(inputs, parameters))
                .hasMessageContaining(period)
                .hasMessageContaining("\nMaybe");
    }

    @Test
    void aSlopeOverTooManyValuesIsRefused() {
        Map<String, Double> hours = new TreeMap<>();
        for (Period p = Period.parse("2020-01-01"); hours.size() < 3001; p = p.next()) {
            hours.put(p.toString(), 1.0);
        }
        Inputs inputs = Inputs.of("series", Series.observed("s", "m", hours));
        assertThatThrownBy(() -> Methods.get("trend").compute(inputs, Parameters.DEFAULTS))
                .hasMessageContaining("3001")
                .hasMessageContaining("\nMaybe");
    }

    @Test
    void anUnknownMethodIsRefusedWithTheList() {
        assertThatThrownBy(() -> Methods.get("horoscope"))
                .hasMessageContaining("horoscope")
                .hasMessageContaining("water-stress")
                .hasMessageContaining("\nMaybe");
    }
}
