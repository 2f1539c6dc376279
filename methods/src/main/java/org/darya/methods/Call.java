package org.darya.methods;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A call that fits its card: every input there and in its unit, every parameter read. All faults are named at once. */
public final class Call {
    private final Card card;
    private final Map<String, List<Series>> series = new LinkedHashMap<>();
    private final Map<String, Object> settings = new TreeMap<>();

    private Call(Card card) {
        this.card = card;
    }

    static Call of(Card card, Inputs inputs, Parameters parameters) {
        Call call = new Call(card);
        List<String> faults = new ArrayList<>();
        card.inputs().forEach(input -> call.read(input, inputs, faults));
        card.parameters().forEach(parameter -> call.read(parameter, parameters, faults));
        List<String> inputNames = card.inputs().stream().map(Input::name).toList();
        List<String> parameterNames =
                card.parameters().stream().map(Parameter::name).toList();
        unknown("input", inputs.series().keySet(), inputNames, faults);
        unknown("parameter", parameters.texts().keySet(), parameterNames, faults);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(
                    "The method %s (version %d) cannot be called: %s.\nMaybe compare the call with the card: inputs %s, parameters %s."
                            .formatted(
                                    card.id(), card.version(), String.join("; ", faults), inputNames, parameterNames));
        }
        return call;
    }

    private static void unknown(String kind, Iterable<String> given, List<String> declared, List<String> faults) {
        for (String name : given) {
            if (!declared.contains(name)) {
                faults.add("it has no %s (%s)".formatted(kind, name));
            }
        }
    }

    private void read(Input input, Inputs inputs, List<String> faults) {
        List<Series> given = inputs.series().getOrDefault(input.name(), List.of());
        if (given.isEmpty() && input.need().required()) {
            faults.add("the input (%s) is missing".formatted(input.name()));
        }
        if (given.size() > 1 && !input.need().many()) {
            faults.add("the input (%s) takes one series and got %d".formatted(input.name(), given.size()));
        }
        List<Series> converted = new ArrayList<>();
        series.put(input.name(), converted);
        if (given.isEmpty()) {
            return;
        }
        Ucum unit = switch (input.unit()) {
            case UnitRule.Fixed(Ucum fixed) -> fixed;
            case UnitRule.SameAs(String other) -> first(other, given).unit();
            case UnitRule.Quotient q ->
                first(q.over(), given).unit().per(first(q.under(), given).unit());
            case UnitRule.Per(Ucum over, String under) ->
                over.per(first(under, given).unit());
            case UnitRule.PerYear(String other) -> first(other, given).unit().per(new Ucum("a"));
            case UnitRule.Any ignored -> given.getFirst().unit();
        };
        for (Series one : given) {
            if (one.unit().convertsTo(unit)) {
                converted.add(one.in(unit));
            } else {
                faults.add("the series (%s) of the input (%s) is in %s and not in %s"
                        .formatted(one.id(), input.name(), one.unit(), unit));
            }
        }
    }

    private Series first(String input, List<Series> otherwise) {
        List<Series> read = series.getOrDefault(input, List.of());
        return read.isEmpty() ? otherwise.getFirst() : read.getFirst();
    }

    private void read(Parameter<?> parameter, Parameters parameters, List<String> faults) {
        String text = parameters.texts().get(parameter.name());
        Object value = parameter.standard();
        if (text != null) {
            try {
                value = parameter.parse(text);
            } catch (IllegalArgumentException e) {
                faults.add("the parameter (%s) cannot be (%s): %s".formatted(parameter.name(), text, e.getMessage()));
                return;
            }
        }
        if (value == null) {
            faults.add("the parameter (%s) has no default and must be given".formatted(parameter.name()));
        } else {
            settings.put(parameter.name(), value);
        }
    }

    public Card card() {
        return card;
    }

    public List<Series> all(String input) {
        return Objects.requireNonNull(series.get(input), input);
    }

    public Series one(String input) {
        return all(input).getFirst();
    }

    public @Nullable Series optional(String input) {
        return all(input).isEmpty() ? null : one(input);
    }

    public double get(Parameter.Real parameter) {
        return (Double) setting(parameter);
    }

    public String get(Parameter.Choice parameter) {
        return (String) setting(parameter);
    }

    @SuppressWarnings("unchecked")
    public Map<String, Double> get(Parameter.Table parameter) {
        return (Map<String, Double>) setting(parameter);
    }

    public Parameter.Years.Span get(Parameter.Years parameter) {
        return (Parameter.Years.Span) setting(parameter);
    }

    private Object setting(Parameter<?> parameter) {
        return Objects.requireNonNull(settings.get(parameter.name()), parameter.name());
    }

    /** The unit in which an output or an input of this call is given. */
    public Ucum unit(UnitRule rule) {
        return switch (rule) {
            case UnitRule.Fixed(Ucum unit) -> unit;
            case UnitRule.SameAs(String input) -> one(input).unit();
            case UnitRule.Quotient(String over, String under) ->
                one(over).unit().per(one(under).unit());
            case UnitRule.Per(Ucum over, String under) -> over.per(one(under).unit());
            case UnitRule.PerYear(String input) -> one(input).unit().per(new Ucum("a"));
            case UnitRule.Any ignored -> Ucum.ONE;
        };
    }
}
