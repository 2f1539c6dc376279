package org.darya.methods;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Collects the outcomes of a call under the rules of its card: unit, status, range. */
public final class Report {
    private final Call call;
    private final Map<String, List<Outcome>> outputs = new LinkedHashMap<>();
    private final Map<String, Output> declared = new LinkedHashMap<>();
    private final List<Reason> notes = new ArrayList<>();

    Report(Call call) {
        this.call = call;
        for (Output output : call.card().outputs()) {
            outputs.put(output.name(), new ArrayList<>());
            declared.put(output.name(), output);
        }
    }

    public void value(String name, Period period, double number, Status status, Coverage coverage, List<Used> used) {
        Output output = Objects.requireNonNull(declared.get(name), name);
        Status kept = call.card().kind() == Card.Kind.MODEL ? status.weaker(Status.ESTIMATED) : status;
        Value value = Value.known(new Quantity(number, call.unit(output.unit())), kept);
        if (!output.range().contains(number)) {
            notes.add(Reason.of(
                    Reason.Why.OUT_OF_RANGE,
                    name,
                    number + " (" + period + ")",
                    output.range().from(),
                    output.range().to()));
        }
        of(name).add(new Outcome(period, value, coverage, used));
    }

    public void missing(String name, Period period, Value.Missing value, Coverage coverage, List<Used> used) {
        of(name).add(new Outcome(period, value, coverage, used));
    }

    /** The same reason for every output. */
    public void missing(Period period, Value.Missing value, Coverage coverage, List<Used> used) {
        declared.keySet().forEach(name -> missing(name, period, value, coverage, used));
    }

    /** Values of one period, status and coverage; what the answer leaves out is missing for the reason it names. */
    public void answer(Period period, Answer answer, Status status, Coverage coverage, List<Used> used) {
        for (String name : declared.keySet()) {
            Double number = answer.numbers().get(name);
            if (number != null) {
                value(name, period, number, status, coverage, used);
            } else {
                Reason reason = answer.reasons().getOrDefault(name, answer.otherwise());
                missing(name, period, Value.missing(reason, reason.why().absence()), coverage, used);
            }
        }
    }

    public void note(Reason reason) {
        notes.add(reason);
    }

    private List<Outcome> of(String name) {
        return Objects.requireNonNull(outputs.get(name), name);
    }

    Result build() {
        Map<String, Ucum> units = new LinkedHashMap<>();
        declared.forEach((name, output) -> units.put(name, call.unit(output.unit())));
        return new Result(call.card().id(), call.card().version(), units, outputs, notes);
    }
}
