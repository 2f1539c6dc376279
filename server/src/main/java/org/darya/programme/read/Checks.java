package org.darya.programme.read;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Set;
import org.darya.agreement.Check;
import org.darya.agreement.Check.Rule;
import org.darya.agreement.MeasuredBy;
import org.darya.platform.Words;
import org.darya.register.Edtf;
import org.darya.register.Kind;
import org.darya.register.Quantity;
import org.jspecify.annotations.Nullable;

/** How claims are compared with what is measured, and what measures a commitment. */
final class Checks {
    private static final Set<Rule> OF_A_LINE =
            EnumSet.complementOf(EnumSet.of(Rule.CLAIMS_DISAGREE, Rule.CANNOT, Rule.NOT_YET));
    private static final Set<Rule> WITH_TOLERANCE =
            EnumSet.of(Rule.VALUE, Rule.RATE, Rule.CHANGE, Rule.SHARE_CHANGE, Rule.YEARS, Rule.CLAIMS_DISAGREE);

    private Checks() {}

    static Check check(Fields fields) {
        Rule rule = fields.choice("rule", Rule.class);
        Check check = new Check(
                fields.string("id"),
                fields.text("says"),
                rule,
                fields.ref("indicator", Kind.INDICATOR),
                fields.words("line"),
                fields.dateOrNull("period"),
                Common.quantity("expects", fields),
                tolerance(rule, fields),
                fields.choiceOrNull("of", Check.Measure.class),
                fields.integerOrNull("years"),
                fields.object("reaches", Checks::threshold),
                fields.list("statements", Checks::statement),
                fields.textOrNull("reason"),
                fields.flag("decisive"));
        agree(check, fields);
        return check;
    }

    private static Check.@Nullable Tolerance tolerance(Rule rule, Fields fields) {
        Check.Tolerance given = fields.object("tolerance", Checks::tolerance);
        return given == null && WITH_TOLERANCE.contains(rule) ? Check.Tolerance.USUAL : given;
    }

    private static Check.Tolerance tolerance(Fields fields) {
        BigDecimal share = fields.numberOrNull("share");
        BigDecimal value = fields.numberOrNull("value");
        if ((share == null) == (value == null)) {
            problem(
                    fields,
                    "A tolerance is either a share or a value.",
                    "Maybe write {share: 0.2} or {value: 1, unit: cm/a}.");
        }
        return new Check.Tolerance(share, value, value == null ? null : Units.ucum("unit", fields));
    }

    private static Check.Threshold threshold(Fields fields) {
        BigDecimal least = fields.numberOrNull("atLeast");
        BigDecimal most = fields.numberOrNull("atMost");
        if ((least == null) == (most == null)) {
            problem(fields, "Either \"atLeast\" or \"atMost\" is given.", "Maybe one of the two is missing.");
        }
        return new Check.Threshold(least, most, Units.ucum("unit", fields));
    }

    private static Check.Statement statement(Fields fields) {
        return new Check.Statement(
                fields.requiredRef("claim", Kind.CLAIM),
                fields.has("value") ? fields.integer("value") : 1,
                fields.integerOrNull("years"));
    }

    /** What each rule needs. */
    private static void agree(Check check, Fields fields) {
        Rule rule = check.rule();
        boolean ofLine = OF_A_LINE.contains(rule);
        needs(ofLine, "indicator", rule, fields);
        needs(ofLine, "expects", rule, fields);
        needs(rule == Rule.YEARS, "reaches", rule, fields);
        needs(rule == Rule.CANNOT || rule == Rule.NOT_YET, "reason", rule, fields);
        needs(rule == Rule.CLAIMS_DISAGREE, "statements", rule, fields);
        if (rule == Rule.CLAIMS_DISAGREE && check.statements().size() < 2) {
            problem(fields, "Statements can disagree where there are two or more.", "Maybe another one is missing.");
        }
        Edtf period = check.period();
        if (ofLine
                && period != null
                && rule != Rule.VALUE
                && rule != Rule.AT_LEAST
                && rule != Rule.AT_MOST
                && !period.isPeriod()) {
            fields.problem(
                    "period",
                    "The rule \"%s\" needs a stretch of time, and \"%s\" is one point."
                            .formatted(Words.of(rule), period.text()),
                    "Maybe write both ends: 1993/2023.");
        }
        Quantity expects = check.expects();
        if (expects != null
                && expects.value().signum() == 0
                && check.tolerance() != null
                && check.tolerance().share() != null) {
            fields.problem(
                    "expects", "A share of 0 is no tolerance.", "Maybe give the tolerance as a value with its unit.");
        }
    }

    private static void needs(boolean needed, String key, Rule rule, Fields fields) {
        String word = Words.of(rule);
        if (needed && !fields.has(key)) {
            problem(
                    fields,
                    "The rule \"%s\" needs \"%s\".".formatted(word, key),
                    "Maybe another rule is meant; docs/guide/findings.md has all of them.");
        } else if (!needed && fields.has(key)) {
            fields.problem(
                    key,
                    "The rule \"%s\" has no use for \"%s\".".formatted(word, key),
                    "Maybe another rule is meant; docs/guide/findings.md has all of them.");
        }
    }

    private static void problem(Fields fields, String message, String maybe) {
        fields.findings().problem(fields.place(), message, maybe);
    }

    static MeasuredBy measuredBy(Fields fields) {
        return new MeasuredBy(
                fields.requiredRef("indicator", Kind.INDICATOR),
                fields.words("line"),
                fields.numberOrNull("target"),
                fields.integerOrNull("baseYear"));
    }
}
