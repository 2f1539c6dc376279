package org.darya.methods;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.darya.methods.registry.Methods;
import org.darya.methods.support.Cases;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Data that lack never stop a method and never become a number. */
class AbsenceTest {

    static List<Method> methods() {
        return Methods.all();
    }

    @ParameterizedTest
    @MethodSource("methods")
    void emptySeriesGiveNoNumber(Method method) {
        noNumber(method, series -> new Series(series.id(), series.tags(), series.unit(), List.of()));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void seriesOfMissingValuesGiveNoNumber(Method method) {
        noNumber(method, AbsenceTest::withoutNumbers);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void estimatesNeverBecomeObservations(Method method) {
        Result result = compute(method, AbsenceTest::imputed);
        result.outputs()
                .values()
                .forEach(outcomes -> assertThat(outcomes)
                        .allSatisfy(o -> assertThat(o.value().status()).isNotIn(Status.OBSERVED)));
    }

    private static void noNumber(Method method, Function<Series, Series> change) {
        Result result = compute(method, change);
        assertThat(result.outputs().keySet())
                .containsExactlyElementsOf(
                        method.card().outputs().stream().map(Output::name).toList());
        result.outputs().forEach((output, outcomes) -> {
            if (!output.equals("valid-days")) {
                assertThat(outcomes)
                        .as(output)
                        .allSatisfy(o -> assertThat(o.value()).isInstanceOf(Value.Missing.class));
            }
        });
    }

    private static Result compute(Method method, Function<Series, Series> change) {
        JsonNode first = Cases.read(Cases.ROOT.resolve(method.card().id()).resolve("cases.json"))
                .get("cases")
                .get(0);
        Map<String, List<Series>> inputs = new LinkedHashMap<>();
        Cases.inputs(first.get("inputs"))
                .series()
                .forEach((name, series) ->
                        inputs.put(name, series.stream().map(change).toList()));
        return method.compute(new Inputs(inputs), Cases.parameters(first.path("parameters")));
    }

    private static Series withoutNumbers(Series series) {
        List<Point> points = new ArrayList<>();
        series.points()
                .forEach(p -> points.add(new Point(p.period(), new Value.NotReported(Reason.of(Reason.Why.NO_VALUE)))));
        return new Series(series.id(), series.tags(), series.unit(), points);
    }

    private static Series imputed(Series series) {
        List<Point> points = new ArrayList<>();
        for (Point p : series.points()) {
            Value value = p.value() instanceof Value.Known known ? new Value.Imputed(known.quantity()) : p.value();
            points.add(new Point(p.period(), value));
        }
        return new Series(series.id(), series.tags(), series.unit(), points);
    }
}
