package org.darya.basin.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.darya.basin.BasinException;
import org.darya.basin.read.Element;
import org.darya.basin.read.Json;

/**
 * The documents of a model: one, or several that run side by side.
 *
 * @param parts the sub-models by name, in the order in which they are solved; a single model has the name ""
 */
public record ModelDocument(Map<String, Part> parts) {

    /**
     * A model with what it includes.
     *
     * @param content the model
     * @param folder folder that file names are relative to
     */
    public record Part(Element content, Path folder) {}

    /** Reads a model in Pywr's JSON. */
    public static ModelDocument read(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new BasinException(file.toString(), "the file has no folder", "give a path to a file.");
        }
        return of(Json.read(file), folder);
    }

    /** Takes a model that is read already. */
    public static ModelDocument of(Element model, Path folder) {
        Map<String, Part> parts = new LinkedHashMap<>();
        if (!model.has("models")) {
            parts.put("", new Part(include(model, folder, new HashSet<>()), folder));
            return new ModelDocument(parts);
        }
        for (Element given : model.get("models").items()) {
            String name = given.need("name").text();
            Element content;
            Path base = folder;
            if (given.has("data")) {
                content = new Element(given.path() + ".data", given.get("data").value());
            } else {
                Path file = folder.resolve(given.need("filename").text());
                content = Json.read(file);
                base = file.getParent() == null ? folder : file.getParent();
            }
            if (given.has("path")) {
                base = folder.resolve(given.get("path").text());
            }
            // sub-models step together, so they share one calendar and one set of scenarios
            Element shared = override(content, model);
            if (parts.put(name, new Part(include(shared, base, new HashSet<>()), base)) != null) {
                throw given.fail("a second sub-model has this name", "rename one of them.");
            }
        }
        return new ModelDocument(parts);
    }

    private static Element override(Element content, Element model) {
        Map<String, Object> merged = new LinkedHashMap<>();
        for (String key : content.keys()) {
            merged.put(key, content.get(key).value());
        }
        if (!content.has("timestepper")) {
            merged.put("timestepper", model.get("timestepper").value());
        }
        return new Element(content.path(), merged);
    }

    private static Element include(Element model, Path folder, Set<Path> open) {
        if (!model.has("includes")) {
            return model;
        }
        Map<String, Object> merged = new LinkedHashMap<>();
        for (String key : model.keys()) {
            merged.put(key, model.get(key).value());
        }
        for (Element name : model.get("includes").items()) {
            if (name.text().endsWith(".py")) {
                throw name.fail(
                        name.show() + " is a Python program, which cannot be run here",
                        "its parameters can be said with the built-in types.");
            }
            Path file = folder.resolve(name.text()).normalize();
            if (!open.add(file)) {
                throw name.fail(name.show() + " includes itself", "take it out of 'includes'.");
            }
            Element part = include(Json.read(file), folder, open);
            for (String section : List.of("nodes", "edges")) {
                List<Object> items = new ArrayList<>();
                new Element(section, merged.get(section)).items().forEach(item -> items.add(item.value()));
                part.get(section).items().forEach(item -> items.add(item.value()));
                merged.put(section, items);
            }
            for (String section : List.of("parameters", "recorders", "tables")) {
                Map<String, Object> fields = new LinkedHashMap<>();
                new Element(section, merged.get(section))
                        .fields()
                        .forEach((key, value) -> fields.put(key, value.value()));
                part.get(section).fields().forEach((key, value) -> {
                    if (fields.putIfAbsent(key, value.value()) != null) {
                        throw name.fail(
                                "\"" + key + "\" in " + section + " is described twice", "rename one of the two.");
                    }
                });
                merged.put(section, fields);
            }
        }
        return new Element(model.path(), merged);
    }
}
