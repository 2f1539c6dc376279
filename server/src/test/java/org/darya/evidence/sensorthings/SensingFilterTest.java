package org.darya.evidence.sensorthings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.darya.StaServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What {@code $filter} finds by the Sensing profile; the names of tests carry the requirements of 18-088 that they examine. */
@Tag("http://www.opengis.net/spec/iot_sensing/1.1/req")
class SensingFilterTest {
    private static TwoStations data;
    private static StaServer server;
    private static long level;

    @BeforeAll
    static void start() {
        data = new TwoStations();
        server = data.server;
        level = data.level;
    }

    @AfterAll
    static void end() {
        data.close();
    }

    /** What a filter gives, by the rules of 18-088 section 9.3.3.5. */
    @ParameterizedTest(name = "req/request-data/filter: {0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "result eq 2.5 | 1",
                "result ne 2.5 | 19",
                "result gt 9 | 2",
                "result ge 9 | 3",
                "result lt 1 | 1",
                "result le 1 | 2",
                "result gt 2 and result lt 4 | 3",
                "result lt 1 or result gt 9.5 | 2",
                "not (result gt 5) | 10",
                "result in (1, 2, 77) | 2",
                "result add 1 gt 10.5 | 1",
                "result sub 1 lt 0 | 1",
                "result mul 2 eq 7 | 1",
                "result div 2 eq 5 | 1",
                "result mod 3 eq 0 | 3",
                "-result lt -9 | 2",
                "round(result) eq 3 | 2",
                "floor(result) eq 3 | 2",
                "ceiling(result) eq 3 | 2",
                "phenomenonTime gt 2024-03-18T00:00:00Z | 3",
                "phenomenonTime lt 2024-03-03T12:00:00+06:00 | 2",
                "phenomenonTime lt 2024-03-03T12:00:00+0600 | 2",
                "phenomenonTime ge 2024-03-18 | 3",
                "phenomenonTime eq 2024-03-05T06:00:00Z | 1",
                "resultTime gt 2024-03-19T06:00:00Z | 2",
                "day(phenomenonTime) eq 7 | 1",
                "month(phenomenonTime) eq 3 and year(phenomenonTime) eq 2024 | 20",
                "hour(phenomenonTime) eq 6 | 20",
                "minute(resultTime) eq 5 | 20",
                "second(resultTime) eq 0 | 20",
                "fractionalseconds(resultTime) eq 0 | 20",
                "date(phenomenonTime) eq 2024-03-09 | 1",
                "time(phenomenonTime) eq 06:00:00 | 20",
                "totaloffsetminutes(phenomenonTime) eq 0 | 20",
                "phenomenonTime lt now() | 20",
                "phenomenonTime gt mindatetime() | 20",
                "phenomenonTime lt maxdatetime() | 20",
                "before(phenomenonTime,2024-03-03T00:00:00Z) | 2",
                "after(phenomenonTime,2024-03-18T00:00:00Z) | 3",
                "during(phenomenonTime,2024-03-05T00:00:00Z/2024-03-08T00:00:00Z) | 3",
                "overlaps(phenomenonTime,2024-03-05T00:00:00Z/2024-03-08T00:00:00Z) | 3",
                "starts(phenomenonTime,2024-03-05T06:00:00Z/2024-03-08T00:00:00Z) | 1",
                "finishes(phenomenonTime,2024-03-01T00:00:00Z/2024-03-08T06:00:00Z) | 1",
                "meets(phenomenonTime,2024-03-08T06:00:00Z/2024-03-09T00:00:00Z) | 1",
                "phenomenonTime add duration'P1D' gt 2024-03-20T00:00:00Z | 2",
                "resultTime sub phenomenonTime eq duration'PT5M' | 20",
                "Datastream/Thing/name eq 'Karatas' | 20",
                "Datastream/Thing/properties/class gt 3 | 0",
                "st_within(FeatureOfInterest/feature,geography'POLYGON((70 50,71 50,71 51,70 51,70 50))') | 20",
                "st_within(FeatureOfInterest/feature,geography'POLYGON((60 50,61 50,61 51,60 51,60 50))') | 0",
                "result gt '3' | 13",
                "resultQuality eq null | 20",
                "result ne null | 20",
                "true | 20",
                "false | 0",
                "id gt 0 | 20"
            })
    void observationFilters(String filter, int count) {
        JsonNode page = server.json(
                "Observations?$filter=(" + filter + ") and Datastream/id eq " + level + "&$count=true&$top=0");
        assertThat(page.path("@iot.count").intValue()).isEqualTo(count);
    }

    @ParameterizedTest(name = "req/request-data/filter: {0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "name eq 'Karatas' | 1",
                "substringof('tas',name) | 1",
                "contains(name,'opav') | 1",
                "startswith(name,'Kar') | 1",
                "endswith(name,'vl') | 1",
                "length(name) eq 7 | 1",
                "indexof(name,'t') eq 2 | 1",
                "substring(name,3) eq 'atas' | 1",
                "substring(name,0,3) eq 'Kar' | 1",
                "tolower(name) eq 'karatas' | 1",
                "toupper(name) eq 'KARATAS' | 1",
                "trim(name) eq 'Karatas' | 1",
                "concat(name,'!') eq 'Karatas!' | 1",
                "properties/basin eq 'Ishim' and properties/class eq 3 | 1",
                "properties/class ge 3 | 2",
                "properties/none eq null | 2",
                "Datastreams/Observations/result gt 9.5 | 1",
                "Datastreams/any(d:d/ObservedProperty/name eq 'Water level') | 2",
                "Datastreams/any(d:d/Observations/any(o:o/result gt 9.5)) | 1",
                "Datastreams/all(d:d/name eq 'Karatas level') | 1",
                "Datastreams/Observations/any() | 1",
                "not Datastreams/Observations/any() | 1",
                "geo.distance(Locations/location,geography'POINT(70 50)') lt 1 | 1",
                "geo.length(Locations/location) eq 0 | 2",
                "geo.intersects(Locations/location, geography'Polygon ((70 50, 71 50, 71 51, 70 51, 70 50))') | 1",
                "st_intersects(Locations/location,geography'POINT(70.5 50.5)') | 1",
                "st_equals(Locations/location,geography'POINT(70.5 50.5)') | 1",
                "st_disjoint(Locations/location,geography'POINT(70.5 50.5)') | 1",
                "st_touches(Locations/location,geography'LINESTRING(70.5 50.5,72 52)') | 1",
                "st_crosses(Locations/location,geography'LINESTRING(70 50,71 51)') | 0",
                "st_overlaps(Locations/location,geography'POINT(70.5 50.5)') | 0",
                "st_contains(geography'POLYGON((70 50,71 50,71 51,70 51,70 50))',Locations/location) | 1",
                "st_relate(Locations/location,geography'POLYGON((70 50,71 50,71 51,70 51,70 50))','T********') | 1"
            })
    void thingFilters(String filter, int count) {
        JsonNode page = server.json("Things?$filter=(" + filter + ") and properties/basin eq 'Ishim'&$count=true");
        assertThat(page.path("@iot.count").intValue()).as(page.toString()).isEqualTo(count);
    }

    @Test
    void findsNamesInEveryLanguage() {
        server.station("Қаратал өзені", 77, 45, "{'бассейн':'Балқаш'}");
        assertThat(data.names("Things?$filter=substringof('ратал',name)")).containsExactly("Қаратал өзені");
        assertThat(data.names("Things?$filter=properties/бассейн eq 'Балқаш'")).containsExactly("Қаратал өзені");
        assertThat(data.names("Things?$filter=name eq 'O''Higgins'").stream().collect(Collectors.toSet()))
                .isEmpty();
    }
}
