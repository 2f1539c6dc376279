package org.darya.basin.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.darya.basin.BasinException;
import org.darya.basin.result.Ledger;
import org.darya.basin.run.Assembly;
import org.darya.basin.run.Model;
import org.darya.basin.run.Simulation;
import org.darya.basin.solve.EngineKind;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A dam may be built, or raised, in the middle of a run. */
class StoreYearsTest {
    @TempDir
    Path folder;

    private double[] volumes(String fields) throws IOException {
        Path file = Files.writeString(folder.resolve("dam.yaml"), """
                basin: A dam
                period: {start: 2001-01-01, end: 2004-12-31, step: month}
                parts:
                  - {inflow: River, to: Dam, flow: 1000}
                  - reservoir: Dam
                    to: Sea
                    %s
                  - outlet: Sea
                """.formatted(fields.replace("; ", "\n    ")));
        Assembly assembly = new Assembly(Readable.read(file));
        Model model = assembly.build(0, 1).get(0);
        Ledger ledger = new Ledger(model);
        new Simulation(List.of(model), EngineKind.TREE).run(ledger);
        return ledger.volume(ledger.find("Dam"));
    }

    /** The river fills it within a month, so each December tells the capacity of its year. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            capacity: 900; from_year: 2003                              | 0   | 0   | 900 | 900
            capacity: {2001: 300, 2003: 900}; initial: 100              | 300 | 300 | 900 | 900
            capacity: {1990: 100, 2002: 300, 2004: 350}                 | 100 | 300 | 300 | 350
            capacity: {2001: 300, 2003: 900}; dead: {2001: 10, 2004: 50}; initial: 10 | 300 | 300 | 900 | 900
            """)
    void theCapacityIsThatOfTheYear(String fields, double first, double second, double third, double fourth)
            throws IOException {
        double[] volumes = volumes(fields);
        assertThat(new double[] {volumes[11], volumes[23], volumes[35], volumes[47]})
                .containsExactly(first, second, third, fourth);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            capacity: {2003: 300, 2001: 900}            | 2001 follows 2003          | from the first to the last
            capacity: {soon: 300}                       | "soon" is no year          | a volume for each year
            capacity: {2001: much}                      | much                       | number
            capacity: {2001: 300}; from_year: 2002      | volumes by year beside     | the first year only
            capacity: {}                                | no year                    | a volume for each year
            """)
    void whatIsWrongIsTold(String fields, String what, String maybe) {
        assertThatThrownBy(() -> volumes(fields))
                .isInstanceOf(BasinException.class)
                .hasMessageContaining("parts[1].capacity")
                .hasMessageContaining(what)
                .hasMessageContaining("\nMaybe ")
                .hasMessageContaining(maybe);
    }
}
