package org.darya.evidence.sensorthings.web;

import java.nio.charset.StandardCharsets;
import org.darya.evidence.sensorthings.model.EntityType;
import org.darya.evidence.sensorthings.model.Navigation;
import org.darya.evidence.sensorthings.model.Property;
import org.darya.evidence.sensorthings.store.Bodies;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The interface told to programs: OpenAPI 3.0.3 of all sets, made from the same model that answers. */
final class OpenApi {
    private static final String[][] OPTIONS = {
        {"$filter", "string", "Expression of 18-088 section 9.3.3.5, such as result gt 10"},
        {"$expand", "string", "Relations that come along, with options of their own in brackets"},
        {"$select", "string", "Names of properties, with commas between"},
        {"$orderby", "string", "Expressions, each followed by asc or desc"},
        {"$top", "integer", "Entities of a page, up to 10000"},
        {"$skip", "integer", "Entities to leave out"},
        {"$count", "string", "true; or estimate"},
        {"$resultFormat", "string", "dataArray, CSV or GeoJSON"},
        {"$as_of", "string", "A moment of the past whose state is asked, ISO 8601"}
    };

    private OpenApi() {}

    static Answer answer(String root, String version) {
        ObjectNode document = Bodies.JSON.createObjectNode().put("openapi", "3.0.3");
        document.putObject("info")
                .put("title", "OGC SensorThings API 1.1, Sensing")
                .put("version", version)
                .put("description", "OGC 18-088 with the additions that serverSettings of the root names.")
                .putObject("license")
                .put("name", "Apache-2.0 (code); the licences of data are entities (Licenses)");
        document.putArray("servers").addObject().put("url", root);
        ObjectNode paths = document.putObject("paths");
        ObjectNode components = document.putObject("components");
        ObjectNode schemas = components.putObject("schemas");
        components
                .putObject("securitySchemes")
                .putObject("token")
                .put("type", "http")
                .put("scheme", "bearer");
        problem(schemas.putObject("Problem"));
        for (EntityType type : EntityType.values()) {
            schema(schemas.putObject(type.single()), type);
            set(paths.putObject("/" + type.set()), type);
            one(paths.putObject("/" + type.set() + "({id})"), type);
            for (Navigation by : type.navigations()) {
                ObjectNode related = paths.putObject("/" + type.set() + "({id})/" + by.name());
                id(related);
                read(related.putObject("get"), by.target(), by.many(), type.single() + "_" + by.name());
            }
        }
        bulk(paths, "/CreateObservations", "Observations of many streams as dataArray (section 12)");
        bulk(paths, "/$batch", "Several requests as one (section 11): JSON or multipart/mixed");
        return Answer.json(200, document.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void problem(ObjectNode schema) {
        ObjectNode properties = schema.put("type", "object").putObject("properties");
        properties.putObject("code").put("type", "integer").put("description", "The status of HTTP");
        properties.putObject("type").put("type", "string");
        properties.putObject("message").put("type", "string");
        properties.putObject("maybe").put("type", "string").put("description", "What may help");
    }

    private static void schema(ObjectNode schema, EntityType type) {
        ObjectNode properties = schema.put("type", "object").putObject("properties");
        ArrayNode required = Bodies.JSON.createArrayNode();
        properties.putObject("@iot.id").put("type", "integer").put("readOnly", true);
        properties
                .putObject("@iot.selfLink")
                .put("type", "string")
                .put("format", "uri")
                .put("readOnly", true);
        for (Property property : type.properties()) {
            kind(properties.putObject(property.name()), property.kind());
            if (property.required()) {
                required.add(property.name());
            }
        }
        for (Navigation by : type.navigations()) {
            String target = "#/components/schemas/" + by.target().single();
            ObjectNode related = properties.putObject(by.name());
            if (by.many()) {
                related.put("type", "array").putObject("items").put("$ref", target);
            } else {
                related.put("$ref", target);
            }
            properties
                    .putObject(by.name() + "@iot.navigationLink")
                    .put("type", "string")
                    .put("format", "uri")
                    .put("readOnly", true);
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
    }

    private static void kind(ObjectNode schema, Property.Kind kind) {
        switch (kind) {
            case TEXT -> schema.put("type", "string");
            case INSTANT -> schema.put("type", "string").put("format", "date-time");
            case INTERVAL ->
                schema.put("type", "string").put("description", "An instant or an interval FROM/TO, ISO 8601");
            case GEOMETRY -> schema.put("type", "object").put("description", "GeoJSON");
            case RESULT -> schema.put("description", "A number, a text, a truth value or JSON");
            case JSON -> schema.put("description", "Any JSON");
            case COMPUTED -> schema.put("readOnly", true);
        }
    }

    private static void set(ObjectNode path, EntityType type) {
        read(path.putObject("get"), type, true, "list_" + type.set());
        ObjectNode post = path.putObject("post");
        post.put("operationId", "create_" + type.single());
        body(post, type);
        responses(post).putObject("201").put("description", "Created; its address is in Location");
        secured(post);
    }

    private static void one(ObjectNode path, EntityType type) {
        id(path);
        read(path.putObject("get"), type, false, "get_" + type.single());
        for (String method : new String[] {"patch", "put"}) {
            ObjectNode change = path.putObject(method);
            change.put("operationId", (method.equals("put") ? "replace_" : "change_") + type.single());
            body(change, type);
            responses(change).putObject("200").put("description", "Changed");
            secured(change);
        }
        ObjectNode delete = path.putObject("delete");
        delete.put("operationId", "delete_" + type.single());
        responses(delete).putObject("200").put("description", "Deleted, with what cannot be without it");
        secured(delete);
    }

    private static void id(ObjectNode path) {
        ObjectNode id = path.putArray("parameters").addObject();
        id.put("name", "id").put("in", "path").put("required", true);
        id.putObject("schema").put("type", "integer").put("format", "int64");
    }

    private static void read(ObjectNode get, EntityType type, boolean many, String operation) {
        get.put("operationId", operation);
        ArrayNode parameters = get.putArray("parameters");
        for (String[] option : OPTIONS) {
            if (many || option[0].equals("$expand") || option[0].equals("$select") || option[0].equals("$as_of")) {
                ObjectNode parameter = parameters.addObject();
                parameter.put("name", option[0]).put("in", "query").put("description", option[2]);
                parameter.putObject("schema").put("type", option[1]);
            }
        }
        ObjectNode ok = responses(get).putObject("200").put("description", many ? "A page" : "The entity");
        ObjectNode schema =
                ok.putObject("content").putObject("application/json").putObject("schema");
        String entity = "#/components/schemas/" + type.single();
        if (many) {
            ObjectNode properties = schema.put("type", "object").putObject("properties");
            properties.putObject("@iot.count").put("type", "integer");
            properties.putObject("@iot.nextLink").put("type", "string").put("format", "uri");
            properties
                    .putObject("value")
                    .put("type", "array")
                    .putObject("items")
                    .put("$ref", entity);
        } else {
            schema.put("$ref", entity);
        }
    }

    private static void body(ObjectNode operation, EntityType type) {
        operation
                .putObject("requestBody")
                .put("required", true)
                .putObject("content")
                .putObject("application/json")
                .putObject("schema")
                .put("$ref", "#/components/schemas/" + type.single());
    }

    private static void bulk(ObjectNode paths, String path, String summary) {
        ObjectNode post = paths.putObject(path).putObject("post");
        post.put("operationId", path.replaceAll("[/$]", "")).put("summary", summary);
        post.putObject("requestBody").putObject("content").putObject("application/json");
        responses(post)
                .putObject(path.equals("/$batch") ? "200" : "201")
                .put("description", "One answer for each part");
        secured(post);
    }

    private static ObjectNode responses(ObjectNode operation) {
        ObjectNode responses = operation.putObject("responses");
        responses
                .putObject("4XX")
                .put("description", "Refused, with the reason")
                .putObject("content")
                .putObject("application/json")
                .putObject("schema")
                .put("$ref", "#/components/schemas/Problem");
        return responses;
    }

    private static void secured(ObjectNode operation) {
        operation.putArray("security").addObject().putArray("token");
    }
}
