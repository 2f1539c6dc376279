package org.darya.programme.read;

import java.math.BigDecimal;
import java.util.List;
import org.darya.platform.Visibility;
import org.darya.register.Disagreement;
import org.darya.register.Fact;
import org.darya.register.Head;
import org.darya.register.Kind;
import org.darya.register.Level;
import org.darya.register.LocalText;
import org.darya.register.Qualifier;
import org.darya.register.Quantity;
import org.darya.register.Statement;
import org.jspecify.annotations.Nullable;

/** What records of every kind have. */
final class Common {
    private Common() {}

    static Head head(Kind kind, Fields fields) {
        String id = fields.id(kind);
        List<String> sources = kind == Kind.SOURCE ? List.of() : sources(fields);
        return new Head(
                id,
                fields.text("title"),
                fields.textOrNull("summary"),
                fields.choice("level", Level.class),
                sources,
                fields.refs("themes", Kind.THEME),
                fields.refs("countries", Kind.COUNTRY),
                fields.refs("organisations", Kind.ORGANISATION),
                fields.list("facts", Common::fact),
                fields.list("disagreements", Common::disagreement),
                fields.texts("unknown"),
                fields.related("related"),
                visibility(fields));
    }

    /** Null for what everybody sees. */
    static @Nullable Visibility visibility(Fields fields) {
        String text = fields.stringOrNull("visibility");
        if (text == null) {
            return null;
        }
        try {
            Visibility visibility = new Visibility(text);
            return visibility.equals(Visibility.PUBLIC) ? null : visibility;
        } catch (IllegalArgumentException e) {
            fields.problem(
                    "visibility",
                    "\"visibility\" may not be \"%s\".".formatted(text),
                    "Maybe one of these is meant: public, shared, national KAZ.");
            return null;
        }
    }

    /** Who may see the record, before anything of it is read; a faulty word is said later. */
    static Visibility seenBy(Fields fields) {
        String text = fields.plain("visibility");
        try {
            return text == null ? Visibility.PUBLIC : new Visibility(text);
        } catch (IllegalArgumentException e) {
            return Visibility.PUBLIC;
        }
    }

    static List<String> sources(Fields fields) {
        List<String> sources = fields.refs("sources", Kind.SOURCE);
        if (sources.isEmpty()) {
            fields.findings()
                    .problem(
                            fields.place(),
                            "There is no source.",
                            "Maybe name at least one id under \"sources\"; a fact without a source is not kept.");
        }
        return sources;
    }

    static @Nullable Quantity quantity(String key, Fields fields) {
        return fields.object(key, Common::quantity);
    }

    static Quantity requiredQuantity(Fields fields) {
        Quantity quantity = quantity("quantity", fields);
        if (quantity == null) {
            if (!fields.has("quantity")) {
                fields.problem("quantity", "The field \"quantity\" is missing.", "Maybe give value and unit.");
            }
            return new Quantity(BigDecimal.ZERO, null, null, "1");
        }
        return quantity;
    }

    private static Quantity quantity(Fields fields) {
        BigDecimal value = fields.number("value");
        BigDecimal upTo = fields.numberOrNull("upTo");
        if (upTo != null && upTo.compareTo(value) <= 0) {
            fields.problem(
                    "upTo",
                    "The range %s to %s does not go upwards.".formatted(value, upTo),
                    "Maybe the two ends are exchanged.");
        }
        return new Quantity(
                value, upTo, fields.choiceOrNull("qualifier", Qualifier.class), Units.checked("unit", fields));
    }

    static Statement statement(Fields fields) {
        LocalText text = fields.textOrNull("text");
        Quantity quantity = quantity("quantity", fields);
        somethingSaid(text, quantity, fields);
        return new Statement(
                text, quantity, fields.dateOrNull("date"), fields.choice("level", Level.class), sources(fields));
    }

    private static Fact fact(Fields fields) {
        LocalText about = fields.text("about");
        LocalText text = fields.textOrNull("text");
        Quantity quantity = quantity("quantity", fields);
        somethingSaid(text, quantity, fields);
        return new Fact(
                about, text, quantity, fields.dateOrNull("date"), fields.choice("level", Level.class), sources(fields));
    }

    private static Disagreement disagreement(Fields fields) {
        LocalText about = fields.text("about");
        List<Statement> statements = fields.list("statements", Common::statement);
        if (statements.size() < 2) {
            fields.findings()
                    .problem(
                            fields.place(),
                            "A disagreement needs two statements or more, here there are %d."
                                    .formatted(statements.size()),
                            "Maybe it is a single fact and belongs under \"facts\".");
        }
        return new Disagreement(about, statements);
    }

    private static void somethingSaid(@Nullable LocalText text, @Nullable Quantity quantity, Fields fields) {
        if (text == null && quantity == null) {
            fields.findings()
                    .problem(
                            fields.place(),
                            "Neither a text nor a quantity is given.",
                            "Maybe what is not known belongs under \"unknown\".");
        }
    }
}
