package org.darya.programme.read;

import java.math.BigDecimal;
import java.util.List;
import org.darya.agreement.Claim;
import org.darya.agreement.Commitment;
import org.darya.agreement.Document;
import org.darya.agreement.Meeting;
import org.darya.register.Kind;
import org.darya.register.Level;
import org.darya.register.LocalText;
import org.jspecify.annotations.Nullable;

/** Records of the agreement room. */
final class AgreementFiles {
    private AgreementFiles() {}

    static Meeting meeting(Fields fields) {
        Meeting.Participants participants = fields.object("participants", AgreementFiles::participants);
        return new Meeting(
                Common.head(Kind.MEETING, fields),
                fields.stringOrNull("number"),
                fields.choice("type", Meeting.Type.class),
                fields.choice("state", Meeting.State.class),
                fields.date("dates"),
                fields.textOrNull("place"),
                fields.ref("country", Kind.COUNTRY),
                fields.textOrNull("host"),
                fields.refs("organisers", Kind.ORGANISATION),
                participants == null ? new Meeting.Participants(List.of(), List.of(), List.of()) : participants,
                fields.list("results", Common::statement),
                fields.refs("documents", Kind.DOCUMENT),
                fields.ref("partOf", Kind.MEETING));
    }

    private static Meeting.Participants participants(Fields fields) {
        return new Meeting.Participants(
                fields.refs("countries", Kind.COUNTRY),
                fields.refs("organisations", Kind.ORGANISATION),
                fields.list(
                        "people",
                        person -> new Meeting.Person(
                                person.text("name"),
                                person.text("role"),
                                person.choice("level", Level.class),
                                Common.sources(person))));
    }

    static Document document(Fields fields) {
        return new Document(
                Common.head(Kind.DOCUMENT, fields),
                fields.choice("type", Document.Type.class),
                fields.refs("parties", Kind.COUNTRY),
                fields.list("stages", AgreementFiles::stage),
                fields.list(
                        "strands",
                        strand ->
                                new Document.Strand(strand.text("title"), strand.ref("initiative", Kind.INITIATIVE))));
    }

    private static Document.Stage stage(Fields fields) {
        return new Document.Stage(
                fields.choice("state", Document.State.class),
                fields.textOrNull("title"),
                fields.dateOrNull("date"),
                fields.ref("meeting", Kind.MEETING),
                fields.textOrNull("text"),
                fields.choice("level", Level.class),
                Common.sources(fields));
    }

    static Commitment commitment(Fields fields) {
        return new Commitment(
                Common.head(Kind.COMMITMENT, fields),
                fields.requiredRef("country", Kind.COUNTRY),
                fields.choice("topic", Commitment.Topic.class),
                fields.choice("condition", Commitment.Condition.class),
                fields.choice("change", Commitment.Change.class),
                fields.text("measure"),
                Common.quantity("quantity", fields),
                fields.object("baseline", AgreementFiles::baseline),
                fields.dateOrNull("by"),
                fields.ref("document", Kind.DOCUMENT),
                fields.choice("state", Commitment.State.class),
                fields.stringOrNull("group"),
                fields.object("measuredBy", Checks::measuredBy),
                fields.textOrNull("notMeasured"),
                null);
    }

    private static Commitment.Baseline baseline(Fields fields) {
        @Nullable Integer year = fields.has("year") ? (Integer) fields.integer("year") : null;
        LocalText scenario = fields.textOrNull("scenario");
        BigDecimal value = fields.numberOrNull("value");
        if (year == null && scenario == null) {
            fields.findings()
                    .problem(
                            fields.place(),
                            "A baseline needs a year or a scenario.",
                            "Maybe leave the baseline out where the source names none.");
        }
        return new Commitment.Baseline(year, scenario, value, value == null ? null : Units.checked("unit", fields));
    }

    static Claim claim(Fields fields) {
        return new Claim(
                Common.head(Kind.CLAIM, fields),
                fields.stringOrNull("number"),
                fields.text("text"),
                fields.list("values", AgreementFiles::value),
                fields.ref("madeIn", Kind.DOCUMENT),
                fields.dateOrNull("date"),
                fields.stringOrNull("cites"),
                fields.text("check"),
                fields.choice("checkable", Claim.Checkable.class),
                fields.stringOrNull("group"),
                fields.list("checks", Checks::check),
                null);
    }

    private static Claim.Value value(Fields fields) {
        return new Claim.Value(
                fields.textOrNull("label"),
                fields.ref("country", Kind.COUNTRY),
                Common.requiredQuantity(fields),
                fields.dateOrNull("period"));
    }
}
