package org.darya.evidence.sensorthings.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.darya.evidence.sensorthings.StaProblem;
import org.darya.evidence.sensorthings.model.Property;
import org.darya.evidence.sensorthings.query.Options;
import org.darya.evidence.sensorthings.query.Options.Count;
import org.darya.evidence.sensorthings.query.Options.Format;
import org.darya.evidence.sensorthings.query.ResourcePath;
import org.darya.evidence.sensorthings.read.Entity;
import org.darya.evidence.sensorthings.store.Bodies;
import org.darya.evidence.sensorthings.time.Instants;
import org.darya.evidence.sensorthings.time.Interval;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Single properties: {@code Things(1)/name}, {@code Things(1)/name/$value}, {@code Things(1)/properties/basin}. */
final class Values {
    private Values() {}

    static Options selecting(String property, @Nullable Long asOf) {
        return new Options(
                List.of(property), false, List.of(), null, List.of(), null, 0, Count.NO, Format.JSON, null, asOf, null);
    }

    static Answer answer(Entity entity, ResourcePath path) {
        String name = String.valueOf(path.property());
        JsonNode value = Bodies.JSON.getNodeFactory().numberNode(entity.id());
        if (!name.equals("@iot.id")) {
            Property property = entity.type().property(name);
            value = property == null
                    ? null
                    : node(entity.value(entity.type().properties().indexOf(property)));
        }
        String last = name;
        for (String member : path.inside()) {
            value = value == null
                    ? null
                    : value.isArray() && member.matches("\\d{1,9}")
                            ? value.get(Integer.parseInt(member))
                            : value.get(member);
            last = member;
        }
        if (value == null && !path.inside().isEmpty()) {
            throw StaProblem.notFound(
                    "There is nothing at %s.".formatted(StaProblem.shown(String.join("/", path.inside()))));
        }
        boolean always = name.equals("resultTime") || name.equals("result"); // every observation has them, empty or not
        if (always && value == null) {
            value = Bodies.JSON.getNodeFactory().nullNode();
        } else if (value == null || value.isNull()) {
            return Answer.empty(204);
        }
        if (path.value()) {
            String text = value.isString() ? value.asString() : value.toString();
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return new Answer(200, null, "text/plain;charset=UTF-8", bytes, bytes.length);
        }
        ObjectNode object = Bodies.JSON.createObjectNode();
        object.set(last, value);
        return Answer.json(200, object.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable JsonNode node(@Nullable Object value) {
        var nodes = Bodies.JSON.getNodeFactory();
        return switch (value) {
            case null -> null;
            case Entity.Json(String text) -> Bodies.JSON.readTree(text);
            case Interval time -> nodes.stringNode(time.toString());
            case Long micros -> nodes.stringNode(Instants.write(micros));
            case Double number
            when number == Math.rint(number) && Math.abs(number) < 1e15 -> nodes.numberNode(number.longValue());
            case Double number -> nodes.numberNode(number);
            default -> nodes.stringNode(value.toString());
        };
    }

    /** The members of an entity that a client may set. */
    static ObjectNode members(Entity entity) {
        ObjectNode members = Bodies.JSON.createObjectNode();
        List<Property> properties = entity.type().properties();
        for (int i = 0; i < properties.size(); i++) {
            JsonNode value = properties.get(i).kind() == Property.Kind.COMPUTED ? null : node(entity.value(i));
            if (value != null) {
                members.set(properties.get(i).name(), value);
            }
        }
        return members;
    }
}
