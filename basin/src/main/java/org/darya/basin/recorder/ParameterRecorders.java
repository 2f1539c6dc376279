package org.darya.basin.recorder;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
            return NodeRecorders.table(given, (step, s) -> of.values[s]);
        });
        types.put("numpyarrayindexparameter", (given, c) -> {
            Parameter of = parameter(given, c);
            return new TableRecorder((step, s) -> of.index(s), null);
        });
        types.put("numpyarraydailyprofileparameter", (given, c) -> {
            Parameter of = parameter(given, c);
            return new TableRecorder((step, s) -> of.values[s], null);
        });
        types.put("totalparameter", (given, c) -> {
            Parameter of = parameter(given, c);
            double factor = NodeRecorders.factor(given);
            boolean integrate = given.get("integrate").flag(false);
            return FoldRecorder.sum((step, s) -> of.values[s] * factor * (integrate ? step.days() : 1));
        });
        types.put("meanparameter", (given, c) -> {
            Parameter of = parameter(given, c);
            double factor = NodeRecorders.factor(given);
            return FoldRecorder.mean((step, s) -> of.values[s] * factor);
        });
        types.put("rollingwindowparameter", (given, c) -> {
            Parameter of = parameter(given, c);
            Aggregate function = RecorderTypes.function(given.get("temporal_agg_func"));
            return new RollingTable((step, s) -> of.values[s], NodeRecorders.window(given, c), function);
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
                    Aggregate.SUM,
                    Math::max,
                    (step, s) -> of.index(s) >= threshold && !excluded.contains(step.month() + 1) ? 1 : 0);
        });
        types.put("annualcountindexthreshold", (given, c) -> {
            List<Parameter> of = c.model().parameters(given.need("parameters"));
            int threshold = given.get("threshold").integer(1);
            Set<Integer> excluded = months(given.get("exclude_months"));
            return NodeRecorders.years(
                    c,
                    true,
                    RecorderTypes.function(given.get("temporal_agg_func")),
                    Double::sum,
                    (step, s) ->
                            of.stream().anyMatch(p -> p.index(s) >= threshold) && !excluded.contains(step.month() + 1)
                                    ? 1
                                    : 0);
        });
        types.put("event", (given, c) -> event(given, c, EventRecorder.Measure.COUNT));
        types.put("eventduration", (given, c) -> event(given, c, EventRecorder.Measure.DURATION));
        types.put("eventstatistic", (given, c) -> event(given, c, EventRecorder.Measure.STATISTIC));
        types.put("aggregated", (given, c) -> {
            List<Recorder> parts =
                    given.need("recorders").items().stream().map(c.others()).toList();
            Element function = given.has("recorder_agg_func") ? given.get("recorder_agg_func") : given.get("agg_func");
            return new CombinedRecorder(parts, RecorderTypes.function(function));
        });
    }

    private static Parameter parameter(Element given, Context context) {
        return context.model().parameter(given.first("parameter", "index_parameter"));
    }

    private static Set<Integer> months(Element given) {
        Set<Integer> months = new HashSet<>();
        given.items().forEach(month -> months.add(month.integer()));
        return months;
    }

    private static Recorder event(Element given, Context context, EventRecorder.Measure measure) {
        if (given.has("event_recorder")) {
            throw given.get("event_recorder")
                    .fail("an event described by another recorder", "give 'threshold' and 'tracked_parameter' here.");
        }
        Parameter trigger = context.model().parameter(given.first("threshold", "threshold_parameter"));
        Parameter tracked =
                given.has("tracked_parameter") ? context.model().parameter(given.get("tracked_parameter")) : null;
        return new EventRecorder(
                trigger,
                given.first("minimum_event_length", "minimum_length").integer(1),
                tracked,
                RecorderTypes.function(given.get("event_agg_func")),
                RecorderTypes.function(given.get("recorder_agg_func")),
                measure);
    }
}
