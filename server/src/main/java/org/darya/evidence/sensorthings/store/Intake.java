package org.darya.evidence.sensorthings.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.darya.evidence.sensorthings.Rights;
import org.darya.evidence.sensorthings.StaProblem;
import org.darya.evidence.sensorthings.time.Instants;
import org.darya.evidence.sensorthings.time.Interval;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the dataArray form of observations (18-088 section 12) row by row, as it comes. */
public final class Intake {
    /** Looks up what rows name. */
    public interface Lookup {
        /** with the feature that observations get which name none; null where there is no such stream */
        @Nullable
        Stream stream(int id) throws SQLException;

        boolean feature(int id) throws SQLException;
    }

    /** Takes rows as they are read. */
    public interface Taking {
        void take(Row row) throws SQLException;
    }

    /** One row: what is to be kept, or why it cannot be. */
    public record Row(
            @Nullable NewObservation observation, @Nullable StaProblem problem) {}

    private static final Set<String> COMPONENTS = Set.of(
            "phenomenonTime",
            "result",
            "resultTime",
            "resultQuality",
            "validTime",
            "parameters",
            "FeatureOfInterest/id",
            "id");

    /** Rows of one request, which are held in memory; a file is read row by row and has no limit. */
    private static final int MOST_ROWS = 200_000;

    private final Lookup lookup;
    private final Rights rights;
    private final Taking taking;
    private final Map<Integer, Boolean> features = new HashMap<>();

    public Intake(Lookup lookup, Rights rights, Taking taking) {
        this.lookup = lookup;
        this.rights = rights;
        this.taking = taking;
    }

    /** Reads all rows of a body. */
    public static List<Row> rows(byte[] body, Lookup lookup, Rights rights) throws SQLException {
        var rows = new ArrayList<Row>();
        try (JsonParser json = Bodies.JSON.createParser(body)) {
            new Intake(lookup, rights, row -> {
                        if (rows.size() >= MOST_ROWS) {
                            throw new StaProblem(
                                    413,
                                    "The request has more than %,d observations.".formatted(MOST_ROWS),
                                    "Maybe send it in parts, or load it as a file: ./darya import observations.");
                        }
                        rows.add(row);
                    })
                    .read(json);
        } catch (JacksonException e) {
            throw Bodies.notJson(e);
        }
        return rows;
    }

    /** Reads an array of groups, as it is posted, or the {@code value} of a page, as it is got. */
    public void read(JsonParser json) throws SQLException {
        JsonToken first = json.nextToken();
        if (first == JsonToken.START_OBJECT) {
            while (json.nextToken() == JsonToken.PROPERTY_NAME
                    && !json.currentName().equals("value")) {
                json.nextToken();
                json.skipChildren();
            }
            first = json.nextToken();
        }
        if (first != JsonToken.START_ARRAY) {
            throw StaProblem.bad("CreateObservations takes an array.", "Maybe the outer brackets are missing.");
        }
        while (json.nextToken() == JsonToken.START_OBJECT) {
            group(json);
        }
        if (json.currentToken() != JsonToken.END_ARRAY) {
            throw StaProblem.bad("CreateObservations takes an array of objects.", "Maybe a bracket is missing.");
        }
    }

    private void group(JsonParser json) throws SQLException {
        Stream stream = null;
        List<String> components = null;
        JsonNode late = null;
        boolean done = false;
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "Datastream", "MultiDatastream" -> stream = stream(json.readValueAsTree());
                case "components" -> components = components(json.readValueAsTree());
                case "dataArray" -> {
                    if (stream != null && components != null && json.currentToken() == JsonToken.START_ARRAY) {
                        while (json.nextToken() == JsonToken.START_ARRAY) {
                            row(json, stream, components);
                        }
                        done = true;
                    } else {
                        late = json.readValueAsTree();
                    }
                }
                case "Datastream@iot.navigationLink", "MultiDatastream@iot.navigationLink" ->
                    stream = linked(json.getString());
                case "dataArray@iot.count" -> json.skipChildren();
                default ->
                    throw StaProblem.bad(
                            "\"%s\" is no member of a dataArray.".formatted(StaProblem.shown(name)),
                            "Maybe Datastream, components or dataArray was meant.");
            }
        }
        if (stream == null || components == null || (late == null && !done)) {
            throw StaProblem.bad(
                    "A group needs a Datastream, components and a dataArray.", "Maybe one of them is misspelt.");
        }
        if (late != null) {
            try (JsonParser again = Bodies.JSON.createParser(late.toString())) {
                if (again.nextToken() != JsonToken.START_ARRAY) {
                    throw StaProblem.bad("dataArray must be an array of rows.", "Maybe a bracket is missing.");
                }
                while (again.nextToken() == JsonToken.START_ARRAY) {
                    row(again, stream, components);
                }
            }
        }
    }

    /** A page names the stream by its address. */
    private Stream linked(String link) throws SQLException {
        String id = link.replaceFirst("^.*[(](\\d{1,9})[)].*$", "$1");
        ObjectNode named = Bodies.JSON.createObjectNode();
        return stream(id.matches("\\d{1,9}") ? named.put("@iot.id", Integer.valueOf(id)) : named);
    }

    private Stream stream(JsonNode json) throws SQLException {
        JsonNode id = json.path("@iot.id");
        Stream stream = id.canConvertToInt() ? lookup.stream(id.intValue()) : null;
        if (stream == null) {
            throw StaProblem.bad(
                    "There is no Datastream %s.".formatted(StaProblem.shown(id.toString())), "Maybe it was deleted.");
        }
        if (!rights.mayWrite(stream.country() == null ? "" : stream.country())) {
            throw new StaProblem(
                    403,
                    "This account may not write to Datastream " + stream.id() + ".",
                    "Maybe it belongs to another country.");
        }
        return stream;
    }

    private static List<String> components(JsonNode json) {
        var names = new ArrayList<String>();
        for (JsonNode name : json) {
            if (!COMPONENTS.contains(name.asString(""))) {
                throw StaProblem.bad(
                        "\"%s\" is no component.".formatted(StaProblem.shown(name.toString())),
                        "Maybe one of phenomenonTime, result, resultTime, FeatureOfInterest/id was meant.");
            }
            names.add(name.asString());
        }
        if (!names.contains("result") || new HashSet<>(names).size() != names.size()) {
            throw StaProblem.bad("components must name result, and nothing twice.", "Maybe result was left out.");
        }
        return names;
    }

    private void row(JsonParser json, Stream stream, List<String> components) throws SQLException {
        Interval time = null;
        long resultTime = Instants.NONE;
        int feature = stream.feature();
        Double number = null;
        JsonNode result = null;
        ObjectNode rare = null;
        StaProblem problem = null;
        int at = 0;
        for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            String name = at < components.size() ? components.get(at) : "";
            at++;
            try {
                switch (name) {
                    case "phenomenonTime" ->
                        time = token == JsonToken.VALUE_NULL ? null : Interval.parse(json.getString());
                    case "resultTime" ->
                        resultTime = token == JsonToken.VALUE_NULL ? Instants.NONE : Instants.parse(json.getString());
                    case "result" -> {
                        if (token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT) {
                            // up to 15 digits a double gives back what was written
                            if (json.getStringLength() <= 15 && stream.results() == 0) {
                                number = json.getDoubleValue();
                            } else {
                                result = json.readValueAsTree();
                            }
                        } else {
                            result = json.readValueAsTree();
                        }
                    }
                    case "FeatureOfInterest/id" -> feature = feature(json.readValueAsTree());
                    case "" -> {
                        json.skipChildren();
                        problem = StaProblem.bad(
                                "The row has more values than components.", "Maybe a comma is too many.");
                    }
                    default -> {
                        JsonNode value = json.readValueAsTree();
                        if (!value.isNull() && !name.equals("id")) {
                            rare = rare == null ? Bodies.JSON.createObjectNode() : rare;
                            rare.set(name, value);
                        }
                    }
                }
            } catch (StaProblem e) {
                problem = e;
            }
        }
        if (at < components.size() && problem == null) {
            problem = StaProblem.bad("The row has fewer values than components.", "Maybe a comma is missing.");
        }
        NewObservation observation = null;
        try {
            if (problem == null) {
                observation = observation(stream, feature, time, number, result, resultTime, rare);
            }
        } catch (StaProblem e) {
            problem = e;
        }
        taking.take(new Row(observation, problem));
    }

    private static NewObservation observation(
            Stream stream,
            int feature,
            @Nullable Interval time,
            @Nullable Double number,
            @Nullable JsonNode result,
            long resultTime,
            @Nullable ObjectNode rare) {
        Interval at = time == null ? new Interval(Instants.now(), Instants.NONE) : time;
        if (feature == 0) {
            throw StaProblem.bad(
                    "The Thing of Datastream %d has no Location to make a FeatureOfInterest of.".formatted(stream.id()),
                    "Maybe name one with the component FeatureOfInterest/id.");
        }
        if (number != null && rare == null) {
            return new NewObservation(stream.id(), feature, at, number, resultTime, null);
        }
        JsonNode value = number == null ? result : Bodies.JSON.getNodeFactory().numberNode(number);
        return ObservationJson.of(
                stream.id(),
                stream.results(),
                feature,
                at,
                value,
                resultTime,
                rare == null ? null : ObservationJson.rare(rare));
    }

    private int feature(JsonNode id) throws SQLException {
        int feature = id.canConvertToInt() ? id.intValue() : 0;
        Boolean known = features.get(feature);
        if (known == null) {
            known = feature > 0 && lookup.feature(feature);
            features.put(feature, known);
        }
        if (!known) {
            throw StaProblem.bad(
                    "There is no FeatureOfInterest %s.".formatted(StaProblem.shown(id.toString())),
                    "Maybe it was deleted.");
        }
        return feature;
    }
}
