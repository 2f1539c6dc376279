package org.darya.programme.read;

import java.math.BigDecimal;
import java.util.List;
import org.darya.action.Initiative;
import org.darya.action.Money;
import org.darya.action.MoneyKind;
import org.darya.action.Project;
import org.darya.action.Proposers;
import org.darya.register.Kind;
import org.darya.register.Level;
import org.darya.register.Qualifier;

/** Records of the action room. */
final class ActionFiles {
    private ActionFiles() {}

    static Initiative initiative(Fields fields) {
        Proposers proposers = fields.object(
                "proposedBy",
                by -> new Proposers(by.refs("countries", Kind.COUNTRY), by.refs("organisations", Kind.ORGANISATION)));
        return new Initiative(
                Common.head(Kind.INITIATIVE, fields),
                fields.string("number"),
                fields.choice("type", Initiative.Type.class),
                fields.choice("standing", Initiative.Standing.class),
                proposers == null ? new Proposers(List.of(), List.of()) : proposers,
                fields.dateOrNull("date"),
                fields.ref("meeting", Kind.MEETING));
    }

    static Project project(Fields fields) {
        return new Project(
                Common.head(Kind.PROJECT, fields),
                fields.string("number"),
                fields.choice("group", Project.Group.class),
                fields.choice("state", Project.State.class),
                fields.textOrNull("place"),
                fields.dateOrNull("years"),
                fields.list("size", ActionFiles::size),
                fields.refs("partners", Kind.ORGANISATION),
                fields.refs("initiatives", Kind.INITIATIVE),
                fields.ref("partOf", Kind.PROJECT),
                fields.list("money", ActionFiles::money));
    }

    private static Project.Size size(Fields fields) {
        return new Project.Size(fields.text("label"), Common.requiredQuantity(fields));
    }

    private static Money money(Fields fields) {
        BigDecimal amount = fields.number("amount");
        BigDecimal upTo = fields.numberOrNull("upTo");
        if (amount.signum() <= 0) {
            fields.problem(
                    "amount",
                    "A sum of %s million cannot be.".formatted(amount),
                    "Maybe a sum that is not known is better left out and said under \"unknown\".");
        }
        if (upTo != null && upTo.compareTo(amount) <= 0) {
            fields.problem(
                    "upTo",
                    "The range %s to %s does not go upwards.".formatted(amount, upTo),
                    "Maybe the two ends are exchanged.");
        }
        return new Money(
                fields.choice("kind", MoneyKind.class),
                amount,
                upTo,
                fields.choiceOrNull("qualifier", Qualifier.class),
                Units.currency(fields),
                fields.refs("from", Kind.ORGANISATION),
                fields.dateOrNull("date"),
                fields.textOrNull("text"),
                fields.textOrNull("leftOut"),
                fields.choice("level", Level.class),
                Common.sources(fields));
    }
}
