package org.darya.evidence.sensorthings.web;

import org.darya.evidence.sensorthings.StaProblem;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON Patch (RFC 6902). */
final class JsonPatch {
    private JsonPatch() {}

    static ObjectNode apply(ObjectNode to, JsonNode patch) {
        if (!patch.isArray()) {
            throw StaProblem.bad("A JSON Patch is an array of operations.", "Maybe application/json was meant.");
        }
        JsonNode whole = to.deepCopy();
        int nr = 0;
        for (JsonNode step : patch) {
            nr++;
            try {
                whole = step(whole, step);
            } catch (IllegalArgumentException e) {
                throw StaProblem.bad(
                        "Operation %d of the patch cannot be done: %s.".formatted(nr, e.getMessage()),
                        "Maybe its path names nothing.");
            }
        }
        if (whole instanceof ObjectNode object) {
            return object;
        }
        throw StaProblem.bad("The patch leaves no entity.", "Maybe its path is empty by mistake.");
    }

    private static JsonNode step(JsonNode whole, JsonNode step) {
        JsonPointer path = pointer(step, "path");
        return switch (step.path("op").asString("")) {
            case "add" -> add(whole, path, value(step));
            case "remove" -> remove(whole, path);
            case "replace" -> {
                present(whole, path);
                yield path.matches() ? value(step) : add(remove(whole, path), path, value(step));
            }
            case "move" -> {
                JsonPointer from = pointer(step, "from");
                JsonNode moved = present(whole, from).deepCopy();
                yield add(remove(whole, from), path, moved);
            }
            case "copy" ->
                add(whole, path, present(whole, pointer(step, "from")).deepCopy());
            case "test" -> {
                if (!present(whole, path).equals(value(step))) {
                    throw new IllegalArgumentException("the test of " + path + " fails");
                }
                yield whole;
            }
            default -> throw new IllegalArgumentException("its op is " + step.path("op"));
        };
    }

    private static JsonPointer pointer(JsonNode step, String name) {
        JsonNode text = step.get(name);
        if (text == null || !text.isString()) {
            throw new IllegalArgumentException("it has no " + name);
        }
        return JsonPointer.compile(text.asString());
    }

    private static JsonNode value(JsonNode step) {
        JsonNode value = step.get("value");
        if (value == null) {
            throw new IllegalArgumentException("it has no value");
        }
        return value;
    }

    private static JsonNode present(JsonNode whole, JsonPointer path) {
        JsonNode found = whole.at(path);
        if (found.isMissingNode()) {
            throw new IllegalArgumentException("there is nothing at " + path);
        }
        return found;
    }

    private static JsonNode add(JsonNode whole, JsonPointer path, JsonNode value) {
        if (path.matches()) {
            return value;
        }
        String name = path.last().getMatchingProperty();
        switch (whole.at(path.head())) {
            case ObjectNode object -> object.set(name, value);
            case ArrayNode array when name.equals("-") -> array.add(value);
            case ArrayNode array -> array.insert(index(name, array.size()), value);
            default -> throw new IllegalArgumentException("there is nothing at " + path.head());
        }
        return whole;
    }

    private static JsonNode remove(JsonNode whole, JsonPointer path) {
        present(whole, path);
        if (path.matches()) {
            throw new IllegalArgumentException("the whole cannot be removed");
        }
        String name = path.last().getMatchingProperty();
        switch (whole.at(path.head())) {
            case ObjectNode object -> object.remove(name);
            case ArrayNode array -> array.remove(index(name, array.size() - 1));
            default -> throw new IllegalArgumentException("there is nothing at " + path.head());
        }
        return whole;
    }

    private static int index(String name, int last) {
        if (!name.matches("0|[1-9]\\d{0,8}") || Integer.parseInt(name) > last) {
            throw new IllegalArgumentException("there is no place " + name);
        }
        return Integer.parseInt(name);
    }
}
