package org.darya.methods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.darya.methods.support.SharedData.cell;
import static org.darya.methods.support.SharedData.rows;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.darya.methods.registry.Methods;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Published numbers of the region recomputed from the real files. */
class RealNumbersTest {

    @Test
    void waterStressOfEveryCountryAndYearOfAquastat() {
        List<Map<String, String>> rows = rows("indicators/3-food/aquastat.csv");
        int compared = 0;
        for (String country : List.of("KAZ", "KGZ", "TJK", "TKM", "UZB")) {
            Result result = Methods.get("water-stress")
                    .compute(
                            Inputs.of("withdrawal", aquastat(rows, country, "total_freshwater_withdrawal", "km3"))
                                    .and("renewable", aquastat(rows, country, "total_renewable_water_resources", "km3"))
                                    .and(
                                            "environmental-flow",
                                            aquastat(rows, country, "environmental_flow_requirements", "km3")),
                            Parameters.DEFAULTS);
            for (Sample published :
                    aquastat(rows, country, "sdg_6_4_2_water_stress", "%").samples()) {
                assertThat(at(result, "stress", published.period()))
                        .as(country + " " + published.period())
                        .isCloseTo(published.number(), within(5e-5));
                compared++;
            }
        }
        assertThat(compared).isGreaterThanOrEqualTo(25);
    }

    @Test
    void shareOfAgriculturalValueFromIrrigationInAquastat() {
        List<Map<String, String>> rows = rows("indicators/3-food/aquastat.csv");
        for (String country : List.of("KGZ", "UZB")) {
            Series irrigated = aquastat(rows, country, "pct_of_cultivated_land_irrigated_harvested_crop", "%");
            Series one = constant(irrigated, "{USD}");
            Series water = constant(irrigated, "m3");
            Result result = Methods.get("water-use-efficiency")
                    .compute(
                            Inputs.of("agriculture-value", one)
                                    .and("industry-value", one)
                                    .and("services-value", one)
                                    .and("agriculture-water", water)
                                    .and("industry-water", water)
                                    .and("services-water", water)
                                    .and("irrigated", irrigated),
                            Parameters.DEFAULTS);
            Period year = Period.year(2017);
            Series published =
                    aquastat(rows, country, "pct_of_agricultural_gva_produced_by_irrigated_agriculture", "%");
            double expected = published.samples().stream()
                    .filter(s -> s.period().equals(year))
                    .findFirst()
                    .orElseThrow()
                    .number();
            assertThat(at(result, "irrigated-value-share", year)).as(country).isCloseTo(expected, within(5e-3));
        }
    }

    @Test
    void levelOfTheCaspianSea() {
        Result trend =
                Methods.get("trend").compute(Inputs.of("series", caspian()), Parameters.of("years", "2005-2022"));
        assertThat(last(trend, "slope")).isCloseTo(-0.0948412, within(1e-6));
        assertThat(last(trend, "s")).isEqualTo(-153);
        assertThat(last(trend, "z")).isCloseTo(-5.757, within(1e-3));
        assertThat(last(trend, "values")).isEqualTo(18);
    }

    @Test
    void theClaimOfTenCentimetresAYear() {
        Series level = caspian();
        Method line = Methods.get("linear-trend");
        assertThat(last(line.compute(Inputs.of("series", level), Parameters.of("years", "2006-2023")), "slope"))
                .isCloseTo(-0.102, within(5e-4));
        assertThat(last(line.compute(Inputs.of("series", level), Parameters.of("years", "1993-2023")), "slope"))
                .isCloseTo(-0.062, within(5e-4));
    }

    @Test
    void annualMeansOfTheCaspianSea() {
        Map<Period, Double> means = new TreeMap<>();
        caspian().samples().forEach(s -> means.put(s.period(), s.number()));
        Map<Integer, Double> published = Map.of(1995, -26.085, 2005, -26.385, 2015, -27.408, 2022, -28.154);
        published.forEach(
                (year, mean) -> assertThat(means.get(Period.year(year))).isCloseTo(mean, within(6e-4)));
    }

    @Test
    void droughtsAtPskem() {
        Map<String, Double> decades = new TreeMap<>();
        for (Map<String, String> row : rows("indicators/2-adaptation/chirchik-basin-decadal.csv")) {
            if (cell(row, "type").equals("P")
                    && cell(row, "code").equals("38462")
                    && cell(row, "resolution").equals("dec")
                    && !cell(row, "data").isEmpty()
                    && !cell(row, "data").equals("NA")) {
                String day = cell(row, "date");
                int decade = Math.min((Integer.parseInt(day.substring(8)) - 1) / 10, 2) + 1;
                decades.put(day.substring(0, 8) + "D" + decade, Double.valueOf(cell(row, "data")));
            }
        }
        Result monthly = Methods.get("period-mean")
                .compute(
                        Inputs.of("series", Series.observed("Pskem", "mm", decades)),
                        Parameters.of("to", "month").and("statistic", "sum").and("minimum-coverage", 100));
        Result spi = Methods.get("standardized-precipitation")
                .compute(Inputs.of("precipitation", monthly.series("mean")), Parameters.DEFAULTS);
        assertThat(at(spi, "shape", Period.month(2000, 5))).isCloseTo(7.67896, within(1e-4));
        assertThat(at(spi, "scale", Period.month(2000, 5))).isCloseTo(37.1882, within(1e-3));
        Map<Integer, Double> known = Map.of(1969, 2.578, 1982, -1.050, 2000, -1.903, 2001, -1.639, 2008, -1.411);
        known.forEach((year, index) -> assertThat(at(spi, "spi", Period.month(year, 5)))
                .as("May %d", year)
                .isCloseTo(index, within(6e-4)));
    }

    @ParameterizedTest
    @CsvSource({"2021, 339, 36.27, 199, 85, 19, 412.7", "2022, 337, 33.55, 243, 78, 13, 0"})
    void dustyDaysOfBishkek(int year, int days, double mean, int above15, int above35, int above125, double max) {
        Series hourly = bishkek(year);
        Result who =
                Methods.get("who-exceedance-days").compute(Inputs.of("concentration", hourly), Parameters.DEFAULTS);
        Period period = Period.year(year);
        assertThat(at(who, "valid-days", period)).isEqualTo(days);
        assertThat(at(who, "mean", period)).isCloseTo(mean, within(6e-3));
        assertThat(at(who, "days", period)).isEqualTo(above15);
        if (max > 0) {
            assertThat(at(who, "highest", period)).isCloseTo(max, within(6e-2));
        }
        Series daily = Methods.get("period-mean")
                .compute(Inputs.of("series", hourly), Parameters.of("to", "day"))
                .series("mean");
        for (double[] limit : new double[][] {{35.4, above35}, {125.4, above125}}) {
            Result count = Methods.get("exceedance-days")
                    .compute(
                            Inputs.of("series", daily),
                            Parameters.of("threshold", limit[0]).and("comparison", "above"));
            assertThat(at(count, "days", period)).isEqualTo(limit[1]);
        }
    }

    @Test
    void forecastsOfTheChatkalAtKhudaydod() {
        Map<String, Double> flow = new TreeMap<>();
        Map<String, Double> norm = new TreeMap<>();
        for (Map<String, String> row : rows("indicators/2-adaptation/chirchik-basin-decadal.csv")) {
            if (cell(row, "type").equals("Q")
                    && cell(row, "code").equals("16279")
                    && !cell(row, "data").isEmpty()
                    && !cell(row, "data").equals("NA")) {
                String day = cell(row, "date");
                int decade = Math.min((Integer.parseInt(day.substring(8)) - 1) / 10, 2) + 1;
                flow.put(day.substring(0, 8) + "D" + decade, Double.valueOf(cell(row, "data")));
                norm.put(day.substring(0, 8) + "D" + decade, Double.valueOf(cell(row, "norm")));
            }
        }
        Map<String, Double> persistence = new LinkedHashMap<>();
        flow.forEach((period, q) -> persistence.put(Period.parse(period).next().toString(), q));
        Series observed = Series.observed("Khudaydod", "m3/s", flow);
        assertThat(flow).hasSize(3009);
        skill(observed, Series.observed("climatology", "m3/s", norm), 0.766443, 0.823884);
        skill(observed, Series.observed("persistence", "m3/s", persistence), 0.876248, 0.938122);
    }

    @Test
    void carbonOfTheWasteOfKazakhstanByItsComposition() {
        Map<String, String> row = rows("indicators/5-air-waste/what-a-waste-2-country.csv").stream()
                .filter(r -> cell(r, "iso3c").equals("KAZ"))
                .findFirst()
                .orElseThrow();
        double food = Double.parseDouble(cell(row, "composition_food_organic_waste_percent"));
        double paper = Double.parseDouble(cell(row, "composition_paper_cardboard_percent"));
        double wood = Double.parseDouble(cell(row, "composition_wood_percent"));
        Series waste = Series.observed("w", "Gg", Map.of("2000", 10.0));
        Inputs inputs = Inputs.of(
                "waste",
                scaled(waste, food).tagged("kind", "food"),
                scaled(waste, paper).tagged("kind", "paper"),
                scaled(waste, wood).tagged("kind", "wood"));
        Result result = Methods.get("landfill-methane")
                .compute(inputs, Parameters.of("years-after", 1000).and("mcf", 1));
        double methane = result.of("generated").stream()
                .mapToDouble(o -> ((Value.Known) o.value()).quantity().number())
                .sum();
        assertThat(methane / 1000 / (0.5 * 0.5 * 16 / 12)).isCloseTo(0.15575, within(1e-6));
    }

    private static Series scaled(Series waste, double percent) {
        return Series.observed(
                "w",
                waste.unit().code(),
                Map.of("2000", waste.samples().getFirst().number() * percent));
    }

    private static void skill(Series observed, Series forecast, double nse, double kge) {
        Inputs inputs = Inputs.of("observed", observed).and("simulated", forecast);
        assertThat(last(Methods.get("nash-sutcliffe").compute(inputs, Parameters.DEFAULTS), "nse"))
                .isCloseTo(nse, within(1e-6));
        assertThat(last(Methods.get("kling-gupta").compute(inputs, Parameters.DEFAULTS), "kge"))
                .isCloseTo(kge, within(1e-6));
    }

    private static Series caspian() {
        Map<String, Double> days = new TreeMap<>();
        rows("indicators/4-nature/caspian-level-dahiti-1992-2023.csv")
                .forEach(row -> days.put(cell(row, "date"), Double.valueOf(cell(row, "water level"))));
        return Methods.get("period-mean")
                .compute(
                        Inputs.of("series", Series.observed("Caspian Sea", "m", days)),
                        Parameters.of("expected", 36).and("minimum-coverage", 50))
                .series("mean");
    }

    private static Series bishkek(int year) {
        Map<String, Double> hours = new TreeMap<>();
        for (Map<String, String> row : rows("indicators/5-air-waste/bishkek-airnow/AirBishkek" + year + ".csv")) {
            double raw = Double.parseDouble(cell(row, "Raw Conc."));
            if (cell(row, "QC Name").equals("Valid")
                    && raw > -900
                    && cell(row, "Year").equals("" + year)) {
                String day = "%s-%2s-%2s".formatted(cell(row, "Year"), cell(row, "Month"), cell(row, "Day"));
                String hour = "T%2s".formatted(cell(row, "Hour"));
                hours.put((day + hour).replace(' ', '0'), raw);
            }
        }
        return Series.observed("Bishkek", "ug/m3", hours);
    }

    private static Series aquastat(List<Map<String, String>> rows, String country, String indicator, String unit) {
        Map<String, Double> years = new TreeMap<>();
        rows.stream()
                .filter(r -> cell(r, "country").equals(country)
                        && cell(r, "indicator").equals(indicator)
                        && cell(r, "dimensions").isEmpty())
                .forEach(r -> years.put(cell(r, "year"), Double.valueOf(cell(r, "value"))));
        return Series.observed(country, unit, years);
    }

    private static Series constant(Series like, String unit) {
        Map<String, Double> ones = new TreeMap<>();
        like.samples().forEach(s -> ones.put(s.period().toString(), 1.0));
        return Series.observed("one", unit, ones);
    }

    private static double at(Result result, String output, Period period) {
        return result.of(output).stream()
                .filter(o -> o.period().equals(period))
                .map(o -> ((Value.Known) o.value()).quantity().number())
                .findFirst()
                .orElseThrow();
    }

    private static double last(Result result, String output) {
        return ((Value.Known) result.of(output).getLast().value()).quantity().number();
    }
}
