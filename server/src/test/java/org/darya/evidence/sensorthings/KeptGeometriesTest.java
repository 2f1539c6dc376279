package org.darya.evidence.sensorthings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.darya.StaServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Relations between two geometries that are kept (18-088, table 25); what is expected is worked out by JTS. */
class KeptGeometriesTest {
    private static final List<Shape> PLACES = List.of(
            new Shape(
                    "Polygon",
                    "[[[60,40],[64,40],[64,44],[60,44],[60,40]]]",
                    "POLYGON((60 40,64 40,64 44,60 44,60 40))"),
            new Shape("Polygon", "[[[64,40],[66,42],[64,44],[64,40]]]", "POLYGON((64 40,66 42,64 44,64 40))"),
            new Shape("LineString", "[[59,42],[65,42]]", "LINESTRING(59 42,65 42)"),
            new Shape("Point", "[62,42]", "POINT(62 42)"));

    private static final List<Shape> FEATURES = List.of(
            new Shape("Point", "[62,42]", "POINT(62 42)"),
            new Shape("Point", "[64,41]", "POINT(64 41)"),
            new Shape("Point", "[70,50]", "POINT(70 50)"),
            new Shape("LineString", "[[61,39],[61,45]]", "LINESTRING(61 39,61 45)"),
            new Shape("LineString", "[[65,42],[59,42]]", "LINESTRING(65 42,59 42)"),
            new Shape("LineString", "[[63,42],[68,42]]", "LINESTRING(63 42,68 42)"),
            new Shape(
                    "Polygon",
                    "[[[61,41],[63,41],[63,43],[61,43],[61,41]]]",
                    "POLYGON((61 41,63 41,63 43,61 43,61 41))"),
            new Shape(
                    "Polygon",
                    "[[[63,41],[67,41],[67,45],[63,45],[63,41]]]",
                    "POLYGON((63 41,67 41,67 45,63 45,63 41))"),
            new Shape(
                    "Polygon",
                    "[[[60,44],[60,40],[64,40],[64,44],[60,44]]]",
                    "POLYGON((60 44,60 40,64 40,64 44,60 44))"));

    private static final Map<String, BiPredicate<Geometry, Geometry>> RELATIONS = Map.of(
            "st_equals", Geometry::equalsTopo,
            "st_touches", Geometry::touches,
            "st_within", Geometry::within,
            "st_overlaps", Geometry::overlaps,
            "st_crosses", Geometry::crosses,
            "st_intersects", Geometry::intersects,
            "st_contains", Geometry::contains,
            "geo.intersects", Geometry::intersects);

    private static StaServer server;

    private record Shape(String type, String coordinates, String text) {
        String json() {
            return "{'type':'%s','coordinates':%s}".formatted(type, coordinates);
        }

        Geometry geometry() {
            try {
                return new WKTReader().read(text);
            } catch (ParseException e) {
                throw new AssertionError(e);
            }
        }
    }

    /** Every place is that of a station, and every station observes every feature; the result says which. */
    @BeforeAll
    static void data() {
        server = new StaServer(Map.of());
        var features = new ArrayList<Long>();
        for (Shape feature : FEATURES) {
            features.add(server.create(
                    "FeaturesOfInterest",
                    "{'name':'feature','description':'','encodingType':'application/geo+json','feature':%s}"
                            .formatted(feature.json())));
        }
        for (int place = 0; place < PLACES.size(); place++) {
            long stream = server.station("Place " + place, 1, 1, "{}");
            long location = server.json("Datastreams(" + stream + ")/Thing/Locations")
                    .at("/value/0/@iot.id")
                    .longValue();
            server.send(
                    "PATCH",
                    "Locations(" + location + ")",
                    "{\"location\":%s}".formatted(PLACES.get(place).json().replace('\'', '"')),
                    "application/json");
            for (int feature = 0; feature < FEATURES.size(); feature++) {
                server.create(
                        "Datastreams(" + stream + ")/Observations",
                        "{'phenomenonTime':'2024-01-%02dT00:00:00Z','result':%d,'FeatureOfInterest':{'@iot.id':%d}}"
                                .formatted(feature + 1, place * 100 + feature, features.get(feature)));
            }
        }
    }

    @AfterAll
    static void end() {
        server.close();
    }

    private static TreeSet<Integer> results(String filter) {
        var results = new TreeSet<Integer>();
        server.json("Observations?$top=1000&$select=result&$filter=" + filter)
                .path("value")
                .forEach(one -> results.add(one.path("result").intValue()));
        return results;
    }

    private static TreeSet<Integer> expected(BiPredicate<Geometry, Geometry> relation, boolean featureFirst) {
        var results = new TreeSet<Integer>();
        for (int place = 0; place < PLACES.size(); place++) {
            for (int feature = 0; feature < FEATURES.size(); feature++) {
                Geometry at = PLACES.get(place).geometry();
                Geometry of = FEATURES.get(feature).geometry();
                if (featureFirst ? relation.test(of, at) : relation.test(at, of)) {
                    results.add(place * 100 + feature);
                }
            }
        }
        return results;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "st_equals",
                "st_touches",
                "st_within",
                "st_overlaps",
                "st_crosses",
                "st_intersects",
                "st_contains",
                "geo.intersects"
            })
    void featureAndPlace(String name) {
        BiPredicate<Geometry, Geometry> relation = Objects.requireNonNull(RELATIONS.get(name));
        var there = expected(relation, true);
        assertThat(there).isNotEmpty();
        assertThat(results(name + "(FeatureOfInterest/feature,Datastream/Thing/Locations/location)"))
                .isEqualTo(there);
        assertThat(results(name + "(Datastream/Thing/Locations/location,FeatureOfInterest/feature)"))
                .isEqualTo(expected(relation, false));
        assertThat(results("not " + name + "(FeatureOfInterest/feature,Datastream/Thing/Locations/location)"))
                .isEqualTo(expected(relation.negate(), true));
    }

    @Test
    void aGeometryAndItself() {
        assertThat(results("st_equals(FeatureOfInterest/feature,FeatureOfInterest/feature)"))
                .isEqualTo(expected((_, _) -> true, true));
        assertThat(results("st_touches(FeatureOfInterest/feature,FeatureOfInterest/feature)"))
                .isEmpty();
    }

    /** 18-088, section 9.3.3.5.2, and OData: what a service does not do is 501, and what makes no sense is 400. */
    @Test
    void whatIsNotWorkedOutIsSaid() {
        String both = "(FeatureOfInterest/feature,Datastream/Thing/Locations/location";
        for (String filter : List.of(
                "geo.distance" + both + ") lt 1",
                "st_distance" + both + ") lt 1",
                "st_disjoint" + both + ")",
                "st_relate" + both + ",'T********')")) {
            var answer = server.get("Observations?$filter=" + filter);
            assertThat(answer.statusCode()).as(filter).isEqualTo(501);
            assertThat(answer.body()).contains("\"type\":\"error\"", "\"code\":501", "Maybe st_intersects");
        }
        for (String filter : List.of(
                "st_within(FeatureOfInterest/feature,result)",
                "st_within(result,Datastream/Thing/Locations/location)",
                "geo.distance(FeatureOfInterest/feature,5) lt 1",
                "geo.length(result) lt 1",
                "FeatureOfInterest/feature eq Datastream/Thing/Locations/location")) {
            var answer = server.get("Observations?$filter=" + filter);
            assertThat(answer.statusCode()).as(filter).isEqualTo(400);
            assertThat(answer.body()).contains("\"type\":\"error\"", "\"code\":400", "Maybe");
        }
    }
}
