package org.darya.basin.optimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.darya.basin.BasinException;
import org.darya.basin.design.Readable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A search weighs water in some months against water in others. */
class RuleSearchTest {
    @TempDir
    Path folder;

    private RuleSearch search(String summer, String bounds) throws IOException {
        return new RuleSearch(
                Readable.read(Files.writeString(folder.resolve("dam.yaml"), """
                basin: A dam
                period: {start: 2001-01-01, end: 2004-12-31, step: month}
                parts:
                  - {inflow: River, to: Dam, flow: 100}
                  - reservoir: Dam
                    to: Sea
                    capacity: 100000
                    initial: 5000
                    keep: 1
                    release: [100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100]
                  - outlet: Sea
                optimise:
                  variables: {Dam wanted release: %s}
                  objectives:
                    Winter: {flow: Dam release, months: [10, 11, 12, 1, 2, 3], goal: maximise}
                    Summer: %s
                """.formatted(bounds, summer))));
    }

    @Test
    void volumesAreThoseOfTheMonthsInAYear() throws IOException {
        RuleSearch search = search("{flow: Dam release, months: [7], goal: minimise}", "[0, 20]");
        double[] release = new double[12];
        release[6] = 5;
        release[0] = 2;
        release[9] = 1;
        assertThat(search.objectives()).containsExactly("Winter", "Summer");
        assertThat(search.evaluate(release)[0]).isCloseTo(31 * 2 + 31, within(1e-9));
        assertThat(search.evaluate(release)[1]).isCloseTo(31 * 5, within(1e-9));
    }

    @Test
    void whatWinterGetsSummerLacks() throws IOException {
        List<Nsga2.Plan> plans = search("{flow: Dam release, months: [4, 5, 6, 7, 8, 9], goal: maximise}", "[0, 40]")
                .run(24, 20, 1);
        assertThat(plans).hasSizeGreaterThan(10);
        for (Nsga2.Plan plan : plans) {
            for (Nsga2.Plan other : plans) {
                double[] a = plan.objectives();
                double[] b = other.objectives();
                assertThat(a[0] > b[0] && a[1] > b[1]).as("none beats another").isFalse();
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {flow: Dam, months: [0], goal: minimise}        | [0, 20] | 0 is no month       | 1 for January
            {flow: Damm, months: [1], goal: minimise}       | [0, 20] | no node "Damm"      | one of
            {flow: Dam, months: [1], goal: less}            | [0, 20] | "less" is no goal   | minimise or maximise
            {flow: Dam, goal: minimise}                     | [0, 20] | months              | add
            more                                            | [0, 20] | no recorder         | one of
            {flow: Dam, months: [1], goal: minimise}        | [20]    | 1 numbers           | the least and the greatest
            """)
    void whatIsWrongIsTold(String objective, String bounds, String what, String maybe) {
        assertThatThrownBy(() -> search(objective, bounds))
                .isInstanceOf(BasinException.class)
                .hasMessageContaining("optimise")
                .hasMessageContaining(what)
                .hasMessageContaining("\nMaybe ")
                .hasMessageContaining(maybe);
    }
}
