package org.darya.methods;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A formula applied to each period on its own. The first input of the card that has series gives the periods; where
 * another input that is needed has no value, the outcome is missing and says which. Inputs that are used only where
 * they are known give the periods together when the card begins with one.
 */
public abstract class ByPeriod extends Computation {

    protected abstract Answer at(Row row);

    @Override
    protected final void run(Call call, Report report) {
        IdentityHashMap<Series, Map<Period, Value>> index = new IdentityHashMap<>();
        for (Input input : call.card().inputs()) {
            for (Series series : call.all(input.name())) {
                Map<Period, Value> values = new HashMap<>();
                series.points().forEach(point -> values.put(point.period(), point.value()));
                index.put(series, values);
            }
        }
        TreeSet<Period> periods = new TreeSet<>();
        for (Input input : call.card().inputs()) {
            if (periods.isEmpty() || (input.need() == Input.Need.IF_KNOWN && leads(call))) {
                call.all(input.name()).forEach(series -> series.points().forEach(point -> periods.add(point.period())));
            }
        }
        periods.forEach(period -> one(period, call, report, index));
    }

    private void one(Period period, Call call, Report report, IdentityHashMap<Series, Map<Period, Value>> index) {
        Map<String, List<Row.Part>> parts = new LinkedHashMap<>();
        List<Used> used = new ArrayList<>();
        Status status = Status.OBSERVED;
        Value.@Nullable Missing missing = null;
        int expected = 0;
        for (Input input : call.card().inputs()) {
            List<Row.Part> known = new ArrayList<>();
            parts.put(input.name(), known);
            for (Series series : call.all(input.name())) {
                expected++;
                Value value = index.getOrDefault(series, Map.of()).get(period);
                if (value instanceof Value.Known k) {
                    known.add(new Row.Part(
                            series.id(), series.tags(), k.quantity().number()));
                    used.add(new Used(input.name(), series.id(), period, period, 1));
                    status = status.weaker(k.status());
                } else if (input.need() != Input.Need.IF_KNOWN) {
                    missing = missing == null ? absent(value, input, series, period) : missing;
                }
            }
        }
        Coverage coverage = new Coverage(used.size(), expected);
        if (missing == null) {
            report.answer(period, at(new Row(period, call, parts)), status, coverage, used);
        } else {
            report.missing(period, missing, coverage, used);
        }
    }

    private static boolean leads(Call call) {
        return call.card().inputs().getFirst().need() == Input.Need.IF_KNOWN;
    }

    private static Value.Missing absent(@Nullable Value value, Input input, Series series, Period period) {
        Status status = value == null ? Status.NOT_REPORTED : value.status();
        return Value.missing(Reason.of(Reason.Why.SERIES_MISSING, input.name(), period, series.id()), status);
    }
}
