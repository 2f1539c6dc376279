package org.darya.portal.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ends and ticks of axes, and labels beside them. */
class AxesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "31.1    | 168.9  | false | 0, 50, 100, 150, 200",
                "-29.31  | -26.07 | false | -30, -29, -28, -27, -26",
                "-29.31  | -26.07 | true  | -30, -20, -10, 0",
                "0.0031  | 0.0034 | false | 0.0031, 0.0032, 0.0033, 0.0034",
                "40      | 100    | false | 0, 20, 40, 60, 80, 100",
                "41      | 100    | false | 40, 60, 80, 100",
                "-500    | 1000   | false | -500, 0, 500, 1000",
                "7       | 7      | false | 6, 6.5, 7, 7.5, 8",
                "7       | 7      | true  | 0, 2, 4, 6, 8",
                "0       | 0      | false | 0, 0.2, 0.4, 0.6, 0.8, 1",
                "1E+300  | 9E+300 | false | 0, 2E+300, 4E+300, 6E+300, 8E+300, 1E+301",
            })
    void ticksAreRoundAndHoldEveryNumber(double least, double most, boolean zero, String ticks) {
        Scale scale = Scale.of(least, most, zero, 5, 300, 0);
        assertThat(scale.ticks())
                .usingComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .containsExactlyElementsOf(
                        Arrays.stream(ticks.split(", ")).map(BigDecimal::new).toList());
        assertThat(scale.low()).isLessThanOrEqualTo(least);
        assertThat(scale.high()).isGreaterThanOrEqualTo(most);
        assertThat(scale.place(scale.low())).isEqualTo(300);
        assertThat(scale.place(scale.high())).isEqualTo(0);
    }

    @ParameterizedTest
    @CsvSource({
        "2023-07-02, 2023.4986",
        "2024-07-02, 2024.5",
        "1992-01-01, 1992",
    })
    void aDayIsAPlaceInItsYear(LocalDate day, double year) {
        assertThat(TimeAxis.year(day)).isCloseTo(year, within(0.0001));
    }

    @Test
    void yearsStandByTimeAndNotByNumber() {
        TimeAxis axis = TimeAxis.of(1990.5, 2020.5, true, 40, 0, 300);
        assertThat(axis.place(1990.5)).isEqualTo(0);
        assertThat(axis.place(2000.5)).isEqualTo(100);
        assertThat(axis.place(2020.5)).isEqualTo(300);
        assertThat(axis.ticks())
                .containsExactly(
                        new TimeAxis.Tick(0, "1990"),
                        new TimeAxis.Tick(50, "1995"),
                        new TimeAxis.Tick(100, "2000"),
                        new TimeAxis.Tick(150, "2005"),
                        new TimeAxis.Tick(200, "2010"),
                        new TimeAxis.Tick(250, "2015"),
                        new TimeAxis.Tick(300, "2020"));
    }

    @Test
    void oneYearIsAnAxisToo() {
        TimeAxis axis = TimeAxis.of(2017.5, 2017.5, true, 40, 0, 300);
        assertThat(axis.place(2017.5)).isEqualTo(150);
        assertThat(axis.ticks()).containsExactly(new TimeAxis.Tick(150, "2017"));
    }

    @Test
    void monthsAreNamedWhereYearsAreFew() {
        TimeAxis axis = TimeAxis.of(2023.04, 2023.96, false, 35, 0, 600);
        assertThat(axis.ticks())
                .extracting(TimeAxis.Tick::label)
                .containsExactly("03.2023", "05.2023", "07.2023", "09.2023", "11.2023");
    }

    /** Two labels that want the same place share the way: each moves by half. */
    @Test
    void labelsThatMeetMoveApartEqually() {
        assertThat(Spread.apart(new double[] {100, 100, 30}, new double[] {20, 20, 20}, 0, 300))
                .containsExactly(90, 110, 30);
        assertThat(Spread.apart(new double[] {5, 5}, new double[] {20, 20}, 0, 300))
                .as("held at the upper edge")
                .containsExactly(10, 30);
        assertThat(Spread.apart(new double[] {298, 290}, new double[] {20, 20}, 0, 300))
                .as("held at the lower edge, in their order")
                .containsExactly(290, 270);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void labelsNeverMeetAndKeepTheirOrder(long seed) {
        var random = new Random(seed);
        int n = 1 + random.nextInt(12);
        double[] wanted = random.doubles(n, 0, 300).toArray();
        double[] heights = random.doubles(n, 10, 24).toArray();
        double[] places = Spread.apart(wanted, heights, 0, 300);
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < n; k++) {
                if (i != k && wanted[i] < wanted[k]) {
                    assertThat(places[k] - places[i]).isGreaterThanOrEqualTo((heights[i] + heights[k]) / 2 - 1e-9);
                }
            }
            assertThat(places[i] - heights[i] / 2).isGreaterThanOrEqualTo(-1e-9);
            assertThat(places[i] + heights[i] / 2).isLessThanOrEqualTo(300 + 1e-9);
        }
    }

    @Test
    void aLongNameIsWrappedAndThenCut() {
        List<String> lines = TextWidth.wrap("Северо-Казахстанская область Республики Казахстан", 14, 150, 2);
        assertThat(lines)
                .hasSize(2)
                .allSatisfy(line -> assertThat(TextWidth.of(line, 14)).isLessThanOrEqualTo(150));
        assertThat(lines.getLast()).endsWith("…");
        assertThat(TextWidth.wrap("Арал", 14, 150, 2)).containsExactly("Арал");
    }
}
