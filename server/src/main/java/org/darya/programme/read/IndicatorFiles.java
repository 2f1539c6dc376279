package org.darya.programme.read;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.darya.evidence.Indicator;
import org.darya.evidence.Indicator.Aggregation;
import org.darya.evidence.Member;
import org.darya.methods.Output;
import org.darya.methods.registry.Methods;
import org.darya.register.Kind;
import org.jspecify.annotations.Nullable;

/** Declarations of indicators, and the words for codes. */
final class IndicatorFiles {
    private static final Pattern DIMENSION = Pattern.compile("[a-z][a-z0-9-]*");

    private IndicatorFiles() {}

    static Member member(Fields fields) {
        String dimension = dimension("dimension", fields.string("dimension"), fields);
        String code = fields.string("code");
        fields.findings().declare("members of " + dimension, code, fields.place("code"));
        if (dimension.equals("country")) {
            fields.problem(
                    "dimension",
                    "The words for countries are the titles of the country records.",
                    "Maybe this line can go.");
        }
        return new Member(dimension, code, fields.text("title"), fields.ref("country", Kind.COUNTRY));
    }

    static Indicator indicator(Fields fields) {
        Indicator.Origin from = fields.choiceOrNull("from", Indicator.Origin.class);
        String method = fields.string("method");
        Map<String, List<Indicator.Input>> inputs = new LinkedHashMap<>(fields.named("inputs", IndicatorFiles::input));
        Indicator indicator = new Indicator(
                Common.head(Kind.INDICATOR, fields),
                fields.strings("codes"),
                from == null ? Indicator.Origin.EVIDENCE : from,
                method,
                fields.words("parameters"),
                output(method, fields),
                Units.ucum("unit", fields),
                fields.choice("direction", Indicator.Direction.class),
                by("by", fields),
                inputs,
                least(fields),
                aggregation(fields),
                fields.textOrNull("uncertainty"),
                fields.list("refused", IndicatorFiles::refusal),
                fields.list("targets", IndicatorFiles::target),
                fields.choice("chart", Indicator.Chart.class));
        if (indicator.from() == Indicator.Origin.EVIDENCE && inputs.isEmpty()) {
            fields.findings()
                    .problem(
                            fields.place(), "The indicator has no inputs.", "Maybe \"inputs\" is missing or misspelt.");
        }
        if (indicator.head().summary() == null) {
            fields.findings()
                    .problem(
                            fields.place(),
                            "The indicator has no summary.",
                            "Maybe say in two sentences what it tells and what it does not.");
        }
        return indicator;
    }

    /** The first output of the method where none is named. */
    private static String output(String method, Fields fields) {
        String given = fields.stringOrNull("output");
        if (given != null) {
            return given;
        }
        return Methods.all().stream()
                .filter(one -> one.card().id().equals(method))
                .flatMap(one -> one.card().outputs().stream())
                .map(Output::name)
                .findFirst()
                .orElse("");
    }

    private static Indicator.Input input(Fields fields) {
        String dataset = fields.stringOrNull("dataset");
        String indicator = fields.ref("indicator", Kind.INDICATOR);
        if (dataset != null) {
            fields.findings().name("datasets", dataset, fields.place("dataset"));
        }
        if ((dataset == null) == (indicator == null)) {
            fields.findings()
                    .problem(
                            fields.place(),
                            "An input comes either from a dataset or from another indicator.",
                            "Maybe \"dataset\" is missing.");
        }
        return new Indicator.Input(
                dataset,
                dataset == null ? fields.stringOrNull("series") : fields.string("series"),
                indicator,
                fields.words("where"),
                by("across", fields),
                fields.has("by") ? by("by", fields) : null,
                fields.words("tags"));
    }

    private static List<String> by(String key, Fields fields) {
        List<String> dimensions = fields.strings(key);
        dimensions.forEach(dimension -> dimension(key, dimension, fields));
        return dimensions;
    }

    private static String dimension(String key, String name, Fields fields) {
        if (!name.isEmpty() && !DIMENSION.matcher(name).matches()) {
            fields.problem(
                    key,
                    "\"%s\" cannot be the name of a dimension.".formatted(name),
                    "Maybe use lower-case letters: country, sex, region, glacier.");
        }
        return name;
    }

    private static @Nullable BigDecimal least(Fields fields) {
        return fields.object("coverage", coverage -> {
            BigDecimal least = coverage.number("least");
            if (least.signum() < 0 || least.compareTo(BigDecimal.ONE) > 0) {
                coverage.problem(
                        "least",
                        "A coverage of %s cannot be.".formatted(least),
                        "Maybe write it as a share: 0.75 for three quarters.");
            }
            return least;
        });
    }

    private static Aggregation aggregation(Fields fields) {
        Aggregation given = fields.object("aggregation", aggregation -> {
            Aggregation.Rule rule = aggregation.choice("rule", Aggregation.Rule.class);
            String weight = aggregation.stringOrNull("weight");
            if ((rule == Aggregation.Rule.WEIGHTED_MEAN) == (weight == null)) {
                aggregation.problem(
                        "weight",
                        "A weight belongs to the weighted mean and to nothing else.",
                        "Maybe name the input it is weighted by.");
            }
            return new Aggregation(
                    rule, rule == Aggregation.Rule.NONE ? null : (Integer) aggregation.integer("members"), weight);
        });
        return given == null ? Aggregation.NONE : given;
    }

    private static Indicator.Refusal refusal(Fields fields) {
        return new Indicator.Refusal(
                fields.date("periods"), fields.words("where"), fields.text("reason"), Common.sources(fields));
    }

    private static Indicator.Target target(Fields fields) {
        return new Indicator.Target(
                fields.ref("country", Kind.COUNTRY),
                fields.number("value"),
                fields.integer("year"),
                Common.sources(fields),
                fields.ref("commitment", Kind.COMMITMENT));
    }
}
