package org.darya.programme.edit;

import static org.darya.programme.EditField.optional;
import static org.darya.programme.EditField.required;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.darya.action.Initiative;
import org.darya.action.Project;
import org.darya.agreement.Claim;
import org.darya.agreement.Commitment;
import org.darya.agreement.Document;
import org.darya.agreement.Meeting;
import org.darya.programme.EditField;
import org.darya.programme.EditField.Type;
import org.darya.register.Kind;
import org.darya.register.Level;
import org.darya.register.Source;

/** Which fields the records of each kind have that can be edited, in the order in which people write them. */
public final class Forms {
    /** Kinds of record that are edited in the browser; the others belong to the folder. */
    public static final List<Kind> KINDS = List.of(
            Kind.SOURCE, Kind.MEETING, Kind.DOCUMENT, Kind.COMMITMENT, Kind.CLAIM, Kind.INITIATIVE, Kind.PROJECT);

    private static final Map<Kind, List<EditField>> ALL = new EnumMap<>(Kind.class);

    static {
        put(
                Kind.SOURCE,
                required("publisher", Type.TEXT),
                choice("type", Source.Type.class),
                required("language", Type.STRING),
                optional("published", Type.DATE),
                optional("url", Type.URL),
                optional("note", Type.LONG_TEXT));
        put(
                Kind.MEETING,
                optional("number", Type.STRING),
                choice("type", Meeting.Type.class),
                choice("state", Meeting.State.class),
                required("dates", Type.DATE),
                optional("place", Type.TEXT),
                optional("country", Type.REFERENCE, Kind.COUNTRY),
                optional("host", Type.TEXT),
                optional("organisers", Type.REFERENCES, Kind.ORGANISATION),
                optional("participants", Type.STRUCTURE),
                optional("results", Type.STRUCTURE),
                optional("documents", Type.REFERENCES, Kind.DOCUMENT),
                optional("partOf", Type.REFERENCE, Kind.MEETING));
        put(
                Kind.DOCUMENT,
                choice("type", Document.Type.class),
                optional("parties", Type.REFERENCES, Kind.COUNTRY),
                optional("stages", Type.STRUCTURE),
                optional("strands", Type.STRUCTURE));
        put(
                Kind.COMMITMENT,
                new EditField("country", Type.REFERENCE, true, Kind.COUNTRY, null),
                choice("topic", Commitment.Topic.class),
                choice("condition", Commitment.Condition.class),
                choice("change", Commitment.Change.class),
                required("measure", Type.TEXT),
                optional("quantity", Type.QUANTITY),
                optional("baseline", Type.STRUCTURE),
                optional("by", Type.DATE),
                optional("document", Type.REFERENCE, Kind.DOCUMENT),
                choice("state", Commitment.State.class),
                optional("group", Type.STRING));
        put(
                Kind.CLAIM,
                optional("number", Type.STRING),
                required("text", Type.LONG_TEXT),
                optional("values", Type.STRUCTURE),
                optional("madeIn", Type.REFERENCE, Kind.DOCUMENT),
                optional("date", Type.DATE),
                optional("cites", Type.STRING),
                required("check", Type.LONG_TEXT),
                choice("checkable", Claim.Checkable.class),
                optional("group", Type.STRING));
        put(
                Kind.INITIATIVE,
                required("number", Type.STRING),
                choice("type", Initiative.Type.class),
                choice("standing", Initiative.Standing.class),
                optional("proposedBy", Type.STRUCTURE),
                optional("date", Type.DATE),
                optional("meeting", Type.REFERENCE, Kind.MEETING));
        put(
                Kind.PROJECT,
                required("number", Type.STRING),
                choice("group", Project.Group.class),
                choice("state", Project.State.class),
                optional("place", Type.TEXT),
                optional("years", Type.DATE),
                optional("size", Type.STRUCTURE),
                optional("partners", Type.REFERENCES, Kind.ORGANISATION),
                optional("initiatives", Type.REFERENCES, Kind.INITIATIVE),
                optional("partOf", Type.REFERENCE, Kind.PROJECT),
                optional("money", Type.STRUCTURE));
    }

    private Forms() {}

    /** The fields of a kind; none where its records are not edited in the browser. */
    public static List<EditField> of(Kind kind) {
        return ALL.getOrDefault(kind, List.of());
    }

    /** The keys in their order, the id first. */
    public static List<String> order(Kind kind) {
        return Stream.concat(Stream.of("id"), of(kind).stream().map(EditField::key))
                .toList();
    }

    private static void put(Kind kind, EditField... own) {
        List<EditField> fields = new ArrayList<>(List.of(
                required("title", Type.TEXT), optional("summary", Type.LONG_TEXT), choice("level", Level.class)));
        if (kind != Kind.SOURCE) {
            fields.add(new EditField("sources", Type.REFERENCES, true, Kind.SOURCE, null));
        }
        fields.add(optional("themes", Type.REFERENCES, Kind.THEME));
        fields.add(optional("countries", Type.REFERENCES, Kind.COUNTRY));
        fields.add(optional("organisations", Type.REFERENCES, Kind.ORGANISATION));
        fields.addAll(List.of(own));
        fields.add(optional("facts", Type.STRUCTURE));
        fields.add(optional("disagreements", Type.STRUCTURE));
        fields.add(optional("unknown", Type.STRUCTURE));
        fields.add(optional("related", Type.LINES));
        fields.add(optional("visibility", Type.VISIBILITY));
        ALL.put(kind, List.copyOf(fields));
    }

    private static <E extends Enum<E>> EditField choice(String key, Class<E> type) {
        return new EditField(key, Type.CHOICE, true, null, type);
    }
}
