package org.darya.basin.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.darya.basin.BasinException;
import org.darya.basin.explain.Explainer;
import org.darya.basin.optimise.Foresight;
import org.darya.basin.read.Json;
import org.darya.basin.result.Ledger;
import org.darya.basin.run.Assembly;
import org.darya.basin.run.Model;
import org.darya.basin.run.ModelDocument;
import org.darya.basin.run.Simulation;
import org.darya.basin.solve.EngineKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A rule curve and a flood zone of a readable model are kept, and exported as far as Pywr has words for them. */
class RuleTest {

    private static final String MODEL = """
            basin: A rule
            period: {start: 2001-01-01, end: 2002-12-31, step: month}
            parts:
              - inflow: River
                to: Dam
                flow: [10, 10, 20, 50, 80, 70, 55, 25, 15, 12, 10, 10]
              - reservoir: Dam
                to: [Gate, Fields]
                capacity: 900
                dead: 50
                initial: 500
                keep: 3
                keep_below_rule: 50
                rule: [400, 350, 300, 300, 400, 550, 600, 550, 500, 450, 450, 420]
                flood: [800, 750, 700, 650, 700, 800, 900, 900, 900, 900, 850, 800]
                flood_cost: 5
              - reach: Gate
                capacity: 100
                to: Sea
              - demand: Fields
                priority: 20
                flow: [5, 5, 20, 40, 60, 70, 70, 60, 30, 10, 5, 5]
              - outlet: Sea
            """;

    @TempDir
    Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("rule.yaml"), text);
    }

    private static Ledger run(ModelDocument document) {
        Assembly assembly = new Assembly(document);
        Model model = assembly.build(0, assembly.scenarios().size()).get(0);
        Ledger ledger = new Ledger(model);
        new Simulation(List.of(model), EngineKind.TREE).run(ledger);
        assertThat(ledger.worstBalance()).isLessThan(1e-9);
        return ledger;
    }

    private static double[] twice(int... months) {
        double[] values = new double[24];
        for (int t = 0; t < 24; t++) {
            values[t] = months[t % 12];
        }
        return values;
    }

    private static final double[] RULE = twice(400, 350, 300, 300, 400, 550, 600, 550, 500, 450, 450, 420);
    private static final double[] FLOOD = twice(800, 750, 700, 650, 700, 800, 900, 900, 900, 900, 850, 800);

    @Test
    void noMonthServesTheFieldsWhileTheRuleIsBroken() throws IOException {
        Ledger ledger = run(Readable.read(file(MODEL)));
        double[] volume = ledger.volume(ledger.find("Dam"));
        double[] fields = ledger.flow(ledger.find("Fields"));
        double[] wanted = ledger.wanted(ledger.find("Fields"));
        int onTheRule = 0;
        for (int t = 0; t < volume.length; t++) {
            boolean served = fields[t] > wanted[t] - 1e-9;
            assertThat(volume[t] > RULE[t] + 1e-6 && !served)
                    .as("water above the rule is kept from the fields in month " + t)
                    .isFalse();
            assertThat(volume[t] < RULE[t] - 1e-6 && fields[t] > 1e-9)
                    .as("the fields are served below the rule in month " + t)
                    .isFalse();
            onTheRule += Math.abs(volume[t] - RULE[t]) < 1e-6 ? 1 : 0;
        }
        assertThat(onTheRule).isPositive();
    }

    @Test
    void aFloodZoneIsEmptiedAsFarAsTheGateAllows() throws IOException {
        String wet = MODEL.replace("priority: 20", "priority: 0").replace("initial: 500", "initial: 890");
        Ledger ledger = run(Readable.read(file(wet)));
        double[] volume = ledger.volume(ledger.find("Dam"));
        double[] gate = ledger.flow(ledger.find("Gate"));
        int open = 0;
        for (int t = 0; t < volume.length; t++) {
            boolean full = gate[t] > 100 * Plan.DAY - 1e-9;
            assertThat(volume[t] <= FLOOD[t] + 1e-6 || full).as("month " + t).isTrue();
            assertThat(gate[t] > 1e-9 && volume[t] < FLOOD[t] - 1e-6)
                    .as("water is let go that may be kept in month " + t)
                    .isFalse();
            open += gate[t] > 1e-9 ? 1 : 0;
        }
        assertThat(open).isPositive();
    }

    @Test
    void anExportRunsAndMeansNearlyTheSame() throws IOException {
        // by the day, a control curve chosen before the step is all but the rule itself
        Path file = file(MODEL.replace("step: month", "step: day"));
        List<String> lost = new ArrayList<>();
        String json = Readable.toJson(file, lost::add);
        assertThat(json).contains("controlcurve").doesNotContain("zones\":").doesNotContain("\"rules\"");
        assertThat(lost).singleElement().asString().startsWith("\"Dam\": its zones became a control curve");
        assertThat(Readable.toJson(file, lost::add)).isEqualTo(json);
        Ledger own = run(Readable.read(file));
        Ledger exported = run(ModelDocument.of(Json.parse("export", json), folder));
        int dam = own.find("Dam");
        for (int t = 0; t < own.days().length; t++) {
            // two days of what may enter and leave at most
            assertThat(exported.volume(dam)[t]).isCloseTo(own.volume(dam)[t], within(30.0));
        }
        assertThat(total(exported, "Fields")).isCloseTo(total(own, "Fields"), within(0.05 * total(own, "Fields")));
    }

    private static double total(Ledger ledger, String node) {
        double sum = 0;
        for (int t = 0; t < ledger.days().length; t++) {
            sum += ledger.flow(ledger.find(node))[t] * ledger.days()[t];
        }
        return sum;
    }

    @Test
    void aReservoirThatIsBuiltLaterHasItsRuleThenAndCanBeExported() throws IOException {
        Path file = file(MODEL.replace("    initial: 500\n", "    initial: 0\n    from_year: 2002\n")
                .replace("    dead: 50\n", ""));
        Ledger own = run(Readable.read(file));
        assertThat(own.volume(own.find("Dam"))[11]).isZero();
        assertThat(own.volume(own.find("Dam"))[23]).isPositive();
        Ledger exported = run(ModelDocument.of(Json.parse("export", Readable.toJson(file, lost -> {})), folder));
        assertThat(exported.volume(exported.find("Dam"))[11]).isZero();
        assertThat(exported.volume(exported.find("Dam"))[23]).isPositive();
    }

    @Test
    void foresightIsNotBoundByTheRule() throws IOException {
        Foresight found = Foresight.of(new Assembly(Readable.read(file(MODEL))), 0);
        assertThat(found.foreseen()).isLessThanOrEqualTo(found.simulated() + 1e-6);
        double[] fields = Objects.requireNonNull(found.gains().get("Fields"));
        assertThat(fields[1]).isGreaterThanOrEqualTo(fields[0] - 1e-6);
    }

    @Test
    void anExplanationNamesTheRule() throws IOException {
        Assembly assembly = new Assembly(Readable.read(file(MODEL.replace("initial: 500", "initial: 300"))));
        assertThat(Explainer.explain(assembly, "Fields", 0, 0).sentence())
                .contains("0 %")
                .contains("\"Dam (below its rule curve)\" is filled first");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rule: [400,         | rule: [40000,           | rule[0]         | between 0 and the capacity of 900
            rule: [400,         | rule: [-1,              | rule[0]         | -1.0 is no volume
            rule: [400,         | rule: [.nan,            | rule[0]         | a number is expected
            rule: [400,         | rule: [                 | rule            | 11 volumes
            flood: [800,        | flood: [901,            | flood[0]        | 901.0 is no volume
            flood: [800,        | flood: [399,            | flood[0]        | begins at 399.0, below the rule of 400.0
            keep_below_rule: 50 | keep_below_rule: 2      | keep_below_rule | water below the rule is worth 2.0
            flood_cost: 5       | flood_cost: -5          | flood_cost      | wrong sign
            flood_cost: 5       | flod_cost: 5            | flod_cost       | "flood_cost" is meant
            capacity: 900       | capacity: .inf          | capacity        | an infinite capacity
            capacity: 900       | capacity: 40            | rule[0]         | the capacity of 40
            """)
    void refusesRulesThatAreNone(String good, String bad, String where, String told) throws IOException {
        assertThat(MODEL).contains(good);
        Path file = file(MODEL.replace(good, bad));
        assertThatThrownBy(() -> Readable.read(file))
                .isInstanceOf(BasinException.class)
                .hasMessageContaining(where)
                .hasMessageContaining(told)
                .message()
                .matches("(?s).*\\RMaybe .*");
    }
}
