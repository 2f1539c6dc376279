package org.darya.basin.recorder;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import org.darya.basin.model.Parameter;
import org.darya.basin.parameter.Aggregate;
import org.darya.basin.read.Element;
import org.darya.basin.recorder.RecorderTypes.Context;
import org.darya.basin.recorder.RecorderTypes.Reader;

/** Recorders of parameters, and of other recorders. */
final class ParameterRecorders {

    private ParameterRecorders() {}

    static void register(Map<String, Reader> types) {
        types.put("numpyarrayparameter", (given, c) -> {
            Parameter of = parameter(given, c);
            return NodeRecorders.table(given, Sample.of(of.values, 1));
        });
        types.put("numpyarrayindexparameter", (given, c) -> {
            Parameter of = parameter(given, c);
            return NodeRecorders.table(given, (step, s) -> of.index(s));
        });
        types.put("numpyarraydailyprofileparameter", (given, c) -> {
            Parameter of = parameter(given, c);
            return new DailyProfileRecorder(Sample.of(of.values, 1), NodeRecorders.overTime(given, Aggregate.MEAN));
        });
        types.put("totalparameter", (given, c) -> {
            Parameter of = parameter(given, c);
            double factor = NodeRecorders.factor(given);
            boolean integrate = given.get("integrate").flag(false);
            return FoldRecorder.sum(integrate ? Sample.perDay(of.values, factor) : Sample.of(of.values, factor));
        });
        types.put("meanparameter", (given, c) -> {
            Parameter of = parameter(given, c);
            return FoldRecorder.mean(Sample.of(of.values, NodeRecorders.factor(given)));
        });
        types.put("rollingwindowparameter", (given, c) -> {
            Parameter of = parameter(given, c);
            // agg_func once meant the function over time, and still does where that is not given
            Aggregator function = RecorderTypes.function(given.first("temporal_agg_func", "agg_func"));
            return new RollingTable(Sample.of(of.values, 1), NodeRecorders.window(given, c), function, null);
        });
        types.put("timestepcountindexparameter", (given, c) -> {
            Parameter of = parameter(given, c);
            int threshold = given.get("threshold").integer(1);
            Set<Integer> excluded = months(given.get("exclude_months"));
            return FoldRecorder.sum(
                    (step, s) -> of.index(s) >= threshold && !excluded.contains(step.month() + 1) ? 1 : 0);
        });
        types.put("annualcountindexparameter", (given, c) -> {
            Parameter of = parameter(given, c);
            int threshold = given.get("threshold").integer(1);
            Set<Integer> excluded = months(given.get("exclude_months"));
            return NodeRecorders.years(
                    c,
                    false,
                    Aggregator.of(Aggregate.SUM),
                    YearRecorder.Kind.GREATEST,
                    (step, s) -> of.index(s) >= threshold && !excluded.contains(step.month() + 1) ? 1 : 0);
        });
        types.put("annualcountindexthreshold", (given, c) -> {
            List<Parameter> of = c.model().parameters(given.need("parameters"));
            int threshold = given.get("threshold").integer(1);
            Set<Integer> excluded = months(given.get("exclude_months"));
            return NodeRecorders.years(
                    c,
                    true,
                    NodeRecorders.overTime(given, Aggregate.SUM),
                    YearRecorder.Kind.COUNT,
                    (step, s) ->
                            of.stream().anyMatch(p -> p.index(s) >= threshold) && !excluded.contains(step.month() + 1)
                                    ? 1
                                    : 0);
        });
        types.put("event", ParameterRecorders::event);
        types.put(
                "eventduration",
                (given, c) -> EventRecorder.durations(source(given, c), agreed(given, "recorder_agg_func")));
        types.put("eventstatistic", ParameterRecorders::statistics);
        types.put("aggregated", (given, c) -> {
            List<Recorder> parts =
                    given.need("recorders").items().stream().map(c.others()).toList();
            Element function = given.has("recorder_agg_func") ? given.get("recorder_agg_func") : given.get("agg_func");
            return new CombinedRecorder(parts, RecorderTypes.function(function));
        });
    }

    private static Parameter parameter(Element given, Context context) {
        if (given.has("node")) {
            // Pywr lets the node be named beside its parameter
            context.model().node(given.get("node"));
        }
        return context.model().parameter(given.first("parameter", "index_parameter"));
    }

    private static Set<Integer> months(Element given) {
        Set<Integer> months = new HashSet<>();
        given.items().forEach(month -> months.add(month.integer()));
        return months;
    }

    private static Recorder event(Element given, Context context) {
        Element threshold = given.first("threshold", "threshold_parameter");
        int length = given.first("minimum_event_length", "minimum_length").integer(1);
        if (length < 1) {
            throw given.get("minimum_event_length").fail("an event of " + length + " steps", "use 1 step or more.");
        }
        Parameter tracked =
                given.has("tracked_parameter") ? context.model().parameter(given.get("tracked_parameter")) : null;
        return new EventRecorder(trigger(threshold, context), length, tracked);
    }

    /** The number that is not 0 during an event: of a parameter, or of another recorder. */
    private static IntUnaryOperator trigger(Element threshold, Context context) {
        if (threshold.isText() && !context.model().hasParameter(threshold.text())) {
            Recorder other = context.others().apply(threshold);
            return s -> {
                double[] values = other.values();
                return values == null ? 0 : (int) values[s];
            };
        }
        Parameter of = context.model().parameter(threshold);
        return of.isIndex() ? of::index : s -> (int) of.values[s];
    }

    private static EventRecorder source(Element given, Context context) {
        Element name = given.need("event_recorder");
        if (context.others().apply(name) instanceof EventRecorder source) {
            return source;
        }
        throw name.fail("the recorder " + name.show() + " finds no events", "name a recorder of type Event.");
    }

    private static Aggregator agreed(Element given, String field) {
        return RecorderTypes.function(given.first(field, "agg_func"));
    }

    private static Recorder statistics(Element given, Context context) {
        EventRecorder source = source(given, context);
        if (!source.tracks()) {
            throw given.get("event_recorder")
                    .fail("the event recorder tracks no parameter", "give it a 'tracked_parameter'.");
        }
        return EventRecorder.statistics(source, agreed(given, "event_agg_func"), agreed(given, "recorder_agg_func"));
    }
}
