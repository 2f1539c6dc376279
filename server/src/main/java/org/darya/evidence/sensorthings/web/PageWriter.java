package org.darya.evidence.sensorthings.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.darya.evidence.sensorthings.StaProblem;
import org.darya.evidence.sensorthings.model.EntityType;
import org.darya.evidence.sensorthings.model.Property;
import org.darya.evidence.sensorthings.query.Options;
import org.darya.evidence.sensorthings.read.Entity;
import org.darya.evidence.sensorthings.read.Page;
import org.darya.evidence.sensorthings.store.Bodies;
import org.darya.evidence.sensorthings.time.Interval;
import org.jspecify.annotations.Nullable;

/** Writes sets: JSON with count and nextLink, dataArray, CSV and GeoJSON. */
final class PageWriter {
    private final Ask ask;
    private final Options options;
    private final Bytes out = new Bytes();

    PageWriter(Ask ask, Options options) {
        this.ask = ask;
        this.options = options;
    }

    Answer write(Page page) {
        return switch (options.format()) {
            case JSON -> json(page);
            case DATA_ARRAY -> dataArray(page);
            case CSV -> csv(page);
            case GEOJSON -> geoJson(page);
        };
    }

    private Answer json(Page page) {
        var writer = new EntityWriter(out, ask.root());
        writer.remember(page.type(), options);
        if (page.single()) {
            writer.write(page.entities().getFirst(), options);
            return Answer.of(200, Answer.JSON, out);
        }
        head(page);
        out.raw("\"value\":[");
        for (int i = 0; i < page.entities().size(); i++) {
            if (i > 0) {
                out.put(',');
            }
            writer.write(page.entities().get(i), options);
        }
        out.raw("]}");
        return Answer.of(200, Answer.JSON, out);
    }

    private void head(Page page) {
        out.put('{');
        if (page.count() != null) {
            out.raw("\"@iot.count\":").number(page.count()).put(',');
            if (page.estimated()) {
                out.raw("\"@iot.countEstimated\":true,");
            }
        }
        if (page.after() != null) {
            out.raw("\"@iot.nextLink\":").string(next(page.after())).put(',');
        }
    }

    private String next(String after) {
        var kept = new ArrayList<String>();
        String query = ask.query();
        if (query != null) {
            for (String pair : query.split("&")) {
                String name = URLDecoder.decode(pair.split("=", 2)[0], StandardCharsets.UTF_8);
                if (!pair.isEmpty() && !name.equals("$skip") && !name.equals("$skiptoken")) {
                    kept.add(pair);
                }
            }
        }
        kept.add("$skiptoken=" + after);
        return ask.root() + "/" + ask.path() + "?" + String.join("&", kept);
    }

    /** {@code $ref}: addresses only. */
    Answer references(Page page) {
        if (page.single()) {
            out.raw("{\"@iot.selfLink\":")
                    .string(self(page.entities().getFirst()))
                    .put('}');
            return Answer.of(200, Answer.JSON, out);
        }
        head(page);
        out.raw("\"value\":[");
        for (int i = 0; i < page.entities().size(); i++) {
            out.raw(i > 0 ? ",{\"@iot.selfLink\":" : "{\"@iot.selfLink\":")
                    .string(self(page.entities().get(i)))
                    .put('}');
        }
        out.raw("]}");
        return Answer.of(200, Answer.JSON, out);
    }

    private String self(Entity entity) {
        return ask.root() + "/" + entity.type().set() + "(" + entity.id() + ")";
    }

    // ---------------------------------------------------------------- dataArray

    private List<String> components(EntityType type) {
        var components = new ArrayList<String>();
        if (options.select().isEmpty()) {
            components.add("id");
            type.properties().forEach(property -> components.add(property.name()));
        } else {
            for (String name : options.select()) {
                components.add(name.equals("@iot.id") ? "id" : name);
            }
        }
        return components;
    }

    private Answer dataArray(Page page) {
        if (page.type() != EntityType.OBSERVATION) {
            throw StaProblem.bad("dataArray is a form of Observations.", "Maybe CSV was meant.");
        }
        List<String> components = components(page.type());
        head(page);
        out.raw("\"value\":[");
        int at = 0;
        boolean first = true;
        List<Entity> rows = page.entities();
        while (at < rows.size()) { // rows of one stream that follow each other share a head
            int stream = rows.get(at).holds("datastream");
            int end = at;
            while (end < rows.size() && rows.get(end).holds("datastream") == stream) {
                end++;
            }
            out.raw(first ? "{" : ",{")
                    .raw("\"Datastream@iot.navigationLink\":")
                    .string(ask.root() + "/Datastreams(" + stream + ")");
            out.raw(",\"components\":[");
            for (int i = 0; i < components.size(); i++) {
                out.raw(i > 0 ? "," : "").string(components.get(i));
            }
            out.raw("],\"dataArray@iot.count\":").number(end - at).raw(",\"dataArray\":[");
            for (int i = at; i < end; i++) {
                out.raw(i > at ? ",[" : "[");
                row(rows.get(i), components, this::json);
                out.put(']');
            }
            out.raw("]}");
            at = end;
            first = false;
        }
        out.raw("]}");
        return Answer.of(200, Answer.JSON, out);
    }

    private interface Cell {
        void write(@Nullable Object value);
    }

    private void row(Entity entity, List<String> components, Cell cell) {
        for (int c = 0; c < components.size(); c++) {
            if (c > 0) {
                out.put(',');
            }
            cell.write(cell(entity, components.get(c)));
        }
    }

    private static @Nullable Object cell(Entity entity, String name) {
        if (name.equals("id")) {
            return (double) entity.id();
        }
        Property property = entity.type().property(name);
        return property == null ? null : entity.value(entity.type().properties().indexOf(property));
    }

    private void json(@Nullable Object value) {
        switch (value) {
            case null -> out.raw("null");
            case Entity.Json(String text) -> out.raw(text);
            case Interval time -> out.time(time);
            case Long micros -> out.put('"').instant(micros).put('"');
            case Double number -> out.number(number);
            default -> out.string(value.toString());
        }
    }

    // ---------------------------------------------------------------- CSV

    private Answer csv(Page page) {
        List<String> components = components(page.type());
        var names = new ArrayList<>(components);
        boolean ofStream =
                page.type() == EntityType.OBSERVATION && options.select().isEmpty();
        if (ofStream) {
            names.add("Datastream/id");
        }
        for (int i = 0; i < names.size(); i++) {
            out.raw(i > 0 ? "," : "").raw(names.get(i));
        }
        out.raw("\r\n");
        for (Entity entity : page.entities()) {
            row(entity, components, this::csv);
            if (ofStream) {
                out.put(',').number(entity.holds("datastream"));
            }
            out.raw("\r\n");
        }
        return Answer.of(200, "text/csv;charset=UTF-8", out);
    }

    /** A text that a spreadsheet would take for a formula gets an apostrophe before it. */
    private void csv(@Nullable Object value) {
        switch (value) {
            case null -> {}
            case Interval time -> out.raw(time.toString());
            case Long micros -> out.instant(micros);
            case Double number -> out.number(number);
            default -> {
                String text = value instanceof Entity.Json(String json)
                        ? (json.startsWith("\"") ? unquoted(json) : json)
                        : value.toString();
                boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
                text = formula ? "'" + text : text;
                boolean quoted = text.indexOf(',') >= 0
                        || text.indexOf('"') >= 0
                        || text.indexOf('\n') >= 0
                        || text.indexOf('\r') >= 0;
                out.raw(quoted ? "\"" + text.replace("\"", "\"\"") + "\"" : text);
            }
        }
    }

    private static String unquoted(String json) {
        return Bodies.JSON.readTree(json).asString();
    }

    // ---------------------------------------------------------------- GeoJSON

    private Answer geoJson(Page page) {
        out.put('{').raw("\"type\":\"FeatureCollection\",");
        if (page.count() != null) {
            out.raw("\"@iot.count\":").number(page.count()).put(',');
        }
        if (page.after() != null) {
            out.raw("\"@iot.nextLink\":").string(next(page.after())).put(',');
        }
        out.raw("\"features\":[");
        for (int i = 0; i < page.entities().size(); i++) {
            Entity entity = page.entities().get(i);
            out.raw(i > 0 ? "," : "")
                    .raw("{\"type\":\"Feature\",\"id\":")
                    .number(entity.id())
                    .raw(",\"geometry\":");
            String geometry = geometry(entity);
            out.raw(geometry == null ? "null" : geometry).raw(",\"properties\":");
            new EntityWriter(out, ask.root()).write(entity, options);
            out.put('}');
        }
        out.raw("]}");
        return Answer.of(200, "application/geo+json;charset=UTF-8", out);
    }

    /** The entity's own geometry, or that of the first location or feature that came along. */
    private static @Nullable String geometry(Entity entity) {
        for (int i = 0; i < entity.type().properties().size(); i++) {
            if (entity.type().properties().get(i).kind() == Property.Kind.GEOMETRY
                    && entity.value(i) instanceof Entity.Json(String text)
                    && text.contains("\"type\"")) {
                return bare(text);
            }
        }
        for (var by : entity.type().navigations()) {
            String found = switch (entity.related(by.name())) {
                case Entity.Related.One(Entity one) when one != null -> geometry(one);
                case Entity.Related.Many(List<Entity> many, var _, var _)
                when !many.isEmpty() -> geometry(many.getFirst());
                case null, default -> null;
            };
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** A location may be kept as a GeoJSON feature; a map wants its geometry. */
    private static String bare(String json) {
        if (!json.contains("\"Feature\"")) {
            return json;
        }
        return Bodies.JSON.readTree(json).path("geometry").toString();
    }
}
