package org.darya.evidence.sensorthings;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.fge.jackson.jsonpointer.JsonPointer;
import com.github.fge.jsonpatch.ReplaceOperation;
import de.fraunhofer.iosb.ilt.sta.model.Datastream;
import de.fraunhofer.iosb.ilt.sta.model.Location;
import de.fraunhofer.iosb.ilt.sta.model.Observation;
import de.fraunhofer.iosb.ilt.sta.model.ObservedProperty;
import de.fraunhofer.iosb.ilt.sta.model.Sensor;
import de.fraunhofer.iosb.ilt.sta.model.Thing;
import de.fraunhofer.iosb.ilt.sta.model.TimeObject;
import de.fraunhofer.iosb.ilt.sta.model.ext.DataArrayDocument;
import de.fraunhofer.iosb.ilt.sta.model.ext.DataArrayValue;
import de.fraunhofer.iosb.ilt.sta.model.ext.UnitOfMeasurement;
import de.fraunhofer.iosb.ilt.sta.service.SensorThingsService;
import java.net.URI;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.darya.StaServer;
import org.geojson.Point;
import org.junit.jupiter.api.Test;

/** The reference implementation's own client library, unchanged, against this server. */
class FrostClientTest {
    @Test
    void createsReadsChangesAndDeletes() throws Exception {
        try (var server = new StaServer(Map.of())) {
            var service = new SensorThingsService(URI.create(server.root() + "/"));
            Thing thing = new Thing("Gauge", "a station", Map.of("basin", "Chu"));
            thing.getLocations().add(new Location("at", "the bank", "application/geo+json", new Point(74.6, 42.9)));
            Datastream stream = new Datastream(
                    "level",
                    "water level",
                    "http://www.opengis.net/def/observationType/OGC-OM/2.0/OM_Measurement",
                    new UnitOfMeasurement("metre", "m", "ucum:m"));
            stream.setSensor(new Sensor("staff", "a staff gauge", "text/html", "none"));
            stream.setObservedProperty(new ObservedProperty("level", "http://example.org/level", "height of water"));
            thing.getDatastreams().add(stream);
            service.create(thing);

            Thing found = service.things().find(thing.getId());
            assertThat(found.getProperties()).containsEntry("basin", "Chu");
            Datastream kept = found.datastreams().query().first();
            assertThat(kept.getName()).isEqualTo("level");

            var observation = new Observation(1.25, kept);
            observation.setPhenomenonTimeFrom(ZonedDateTime.parse("2024-01-01T00:00:00Z"));
            service.create(observation);
            assertThat(service.observations()
                            .find(observation.getId())
                            .getResult()
                            .toString())
                    .isEqualTo("1.25");

            var rows = new DataArrayValue(
                    kept, EnumSet.of(DataArrayValue.Property.PhenomenonTime, DataArrayValue.Property.Result));
            for (int i = 1; i <= 250; i++) {
                var row = new Observation(i, kept);
                row.setPhenomenonTime(new TimeObject(
                        ZonedDateTime.parse("2024-01-01T00:00:00Z").plusHours(i)));
                rows.addObservation(row);
            }
            var document = new DataArrayDocument();
            document.addDataArrayValue(rows);
            assertThat(service.create(document)).hasSize(250).allMatch(link -> link.contains("/Observations("));

            var page = service.observations()
                    .query()
                    .count()
                    .top(100)
                    .orderBy("phenomenonTime desc")
                    .list();
            assertThat(page.getCount()).isEqualTo(251);
            int all = 0;
            for (var each = page.fullIterator(); each.hasNext(); each.next()) {
                all++;
            }
            assertThat(all).isEqualTo(251);
            assertThat(service.observations()
                            .query()
                            .filter("phenomenonTime ge 2024-01-02T00:00:00Z and phenomenonTime lt 2024-01-03T00:00:00Z")
                            .list()
                            .size())
                    .isEqualTo(24);
            assertThat(service.things()
                            .query()
                            .filter(
                                    "st_within(Locations/location, geography'POLYGON((74 42,75 42,75 43,74 43,74 42))')")
                            .expand("Datastreams($expand=Observations($top=1;$orderby=phenomenonTime desc))")
                            .list()
                            .toList()
                            .getFirst()
                            .getDatastreams()
                            .toList()
                            .getFirst()
                            .getObservations()
                            .size())
                    .isEqualTo(1);

            found.setDescription("changed");
            service.update(found);
            service.patch(
                    found,
                    List.of(new ReplaceOperation(
                            JsonPointer.of("name"), com.fasterxml.jackson.databind.node.TextNode.valueOf("Patched"))));
            assertThat(service.things().find(thing.getId()).getName()).isEqualTo("Patched");
            assertThat(service.things().find(thing.getId()).getDescription()).isEqualTo("changed");

            service.observations().query().filter("result gt 200").delete();
            assertThat(service.observations().query().count().list().getCount()).isEqualTo(201);
            service.delete(found);
            assertThat(service.datastreams().query().list().toList()).isEmpty();
            assertThat(Set.copyOf(service.observations().query().list().toList()))
                    .isEmpty();
        }
    }
}
