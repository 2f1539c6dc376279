package org.darya.methods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.darya.methods.registry.Methods;
import org.darya.methods.support.Cases;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** Every method against the numbers of its data file. */
class PublishedExamplesTest {

    @TestFactory
    Stream<DynamicContainer> everyMethodReproducesItsExamples() {
        return Methods.all().stream()
                .map(method -> dynamicContainer(method.card().id(), tests(method).stream()));
    }

    private static List<DynamicTest> tests(Method method) {
        Path folder = Cases.ROOT.resolve(method.card().id());
        double tolerance = Cases.read(folder.resolve("provenance.json"))
                .get("files")
                .get(0)
                .get("tolerance")
                .asDouble();
        List<DynamicTest> tests = new ArrayList<>();
        Cases.read(folder.resolve("cases.json")).get("cases").forEach(node -> {
            double own = node.has("tolerance") ? node.get("tolerance").asDouble() : tolerance;
            tests.add(dynamicTest(node.get("name").asString(), () -> check(method, node, own)));
        });
        return tests;
    }

    private static void check(Method method, JsonNode node, double tolerance) {
        Result result = method.compute(Cases.inputs(node.get("inputs")), Cases.parameters(node.path("parameters")));
        node.get("expect")
                .properties()
                .forEach(output -> output.getValue().properties().forEach(expected -> {
                    Outcome outcome = outcome(result, output.getKey(), Period.parse(expected.getKey()));
                    String where = output.getKey() + " " + expected.getKey() + " " + outcome.value();
                    if (expected.getValue().isString()) {
                        assertThat(outcome.value().status().code())
                                .as(where)
                                .isEqualTo(expected.getValue().asString());
                    } else {
                        assertThat(outcome.value()).as(where).isInstanceOf(Value.Known.class);
                        assertThat(((Value.Known) outcome.value()).quantity().number())
                                .as(where)
                                .isCloseTo(expected.getValue().asDouble(), within(tolerance));
                        if (node.has("status")) {
                            assertThat(outcome.value().status().code())
                                    .isEqualTo(node.get("status").asString());
                        }
                    }
                }));
        node.path("notes")
                .forEach(note -> assertThat(result.notes())
                        .extracting(reason -> reason.why().name())
                        .contains(note.asString()));
    }

    private static Outcome outcome(Result result, String output, Period period) {
        return result.of(output).stream()
                .filter(o -> o.period().equals(period))
                .findFirst()
                .orElseThrow(() -> new AssertionError("The method %s gave no %s for %s; it gave %s."
                        .formatted(result.method(), output, period, result.of(output))));
    }
}
