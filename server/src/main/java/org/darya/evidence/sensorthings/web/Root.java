package org.darya.evidence.sensorthings.web;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.darya.evidence.sensorthings.model.EntityType;
import org.darya.evidence.sensorthings.store.Bodies;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The page at the root: sets, conformance, additions, version and health. */
final class Root {
    private static final String SENSING = "http://www.opengis.net/spec/iot_sensing/1.1/req/";
    private static final List<String> CONFORMANCE = List.of(
            "datamodel",
            "resource-path/resource-path-to-entities",
            "request-data",
            "create-update-delete/create-entity",
            "create-update-delete/link-to-existing-entities",
            "create-update-delete/deep-insert",
            "create-update-delete/deep-insert-status-code",
            "create-update-delete/update-entity",
            "create-update-delete/update-entity-jsonpatch",
            "create-update-delete/delete-entity",
            "create-update-delete/historical-location-auto-creation",
            "batch-request/batch-request",
            "multi-datastream",
            "data-array/data-array");
    private static final List<String> OVER_MQTT =
            List.of("create-observations-via-mqtt/observations-creation", "receive-updates-via-mqtt/receive-updates");

    private final DataSource source;
    private final String version;
    private final int mqttPort;

    /** @param mqttPort 0 where there is no broker */
    Root(DataSource source, String version, int mqttPort) {
        this.source = source;
        this.version = version;
        this.mqttPort = mqttPort;
    }

    String version() {
        return version;
    }

    Answer answer(String root, String host) {
        ObjectNode page = Bodies.JSON.createObjectNode();
        ArrayNode sets = page.putArray("value");
        for (EntityType type : EntityType.values()) {
            // the set of conformance tests refuses sets that are not of the Sensing profile
            if (type != EntityType.PARTY && type != EntityType.LICENSE) {
                sets.addObject().put("name", type.set()).put("url", root + "/" + type.set());
            }
        }
        ObjectNode settings = page.putObject("serverSettings");
        ArrayNode conformance = settings.putArray("conformance");
        CONFORMANCE.forEach(name -> conformance.add(SENSING + name));
        if (mqttPort > 0) {
            for (String name : OVER_MQTT) {
                conformance.add(SENSING + name);
                settings.putObject(SENSING + name).putArray("endpoints").add("mqtt://" + host + ":" + mqttPort);
            }
        }
        settings.putArray("notImplemented").add("http://www.opengis.net/spec/iot_tasking/1.0/req/tasking-core");
        ObjectNode additions = settings.putObject("additions");
        additions.put("parties", root + "/" + EntityType.PARTY.set());
        additions.put("licenses", root + "/" + EntityType.LICENSE.set());
        additions.put("aggregation", "$bucket=P1D, with $zone and $aggregate");
        additions.put("past", "$as_of=2026-04-22T10:00:00Z");
        additions.put("estimatedCount", "$count=estimate");
        additions.put("filteredDelete", "DELETE Observations?$filter=...");
        additions.put("openapi", root + "/api");
        settings.put("version", version);
        settings.put("health", health());
        return Answer.json(200, page.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private String health() {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select 1")) {
            return row.next() ? "up" : "down";
        } catch (SQLException e) {
            return "down";
        }
    }
}
