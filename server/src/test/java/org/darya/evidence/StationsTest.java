package org.darya.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.darya.StaServer;
import org.darya.TestServer;
import org.darya.access.Caller;
import org.darya.access.Callers;
import org.darya.access.Role;
import org.darya.evidence.Reading.Mean;
import org.darya.evidence.Reading.Span;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Stations as readers meet them: newest values, means, and nothing that is not theirs to see. */
class StationsTest {
    private static final Caller KAZ = focalPoint("KAZ");
    private static final Caller UZB = focalPoint("UZB");

    private static StaServer server;
    private static Stations stations;

    @BeforeAll
    static void start() {
        server = new StaServer(TestServer.RES2026, Map.of());
        stations = server.bean(Stations.class);
    }

    @AfterAll
    static void end() {
        server.close();
    }

    private static Caller focalPoint(String country) {
        return new Caller(
                7L, "focal", Set.of(Role.FOCAL_POINT), Set.of(country), Set.of(), null, Caller.Means.SESSION, Set.of());
    }

    private static void observe(long stream, String time, String result) {
        server.create(
                "Datastreams(" + stream + ")/Observations",
                "{'phenomenonTime':'" + time + "','result':" + result + "}");
    }

    private static Station named(String name) {
        return stations.list(null, 0, 100).stations().stream()
                .filter(station -> station.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void tellsTheNewestValueAndTheMeansOfDaysMonthsAndYears() {
        long stream = server.station("Means", 69.5, 41.5, "{'country':'UZB','verticalDatum':'BHS77'}");
        observe(stream, "2023-12-31T23:00:00Z", "1");
        observe(stream, "2024-01-01T00:00:00Z", "2.5");
        observe(stream, "2024-01-01T12:00:00Z", "3.5");
        observe(stream, "2024-02-05T00:00:00Z", "8");
        server.create(
                "Datastreams(" + stream + ")/Observations",
                "{'phenomenonTime':'2024-02-06T00:00:00Z','resultQuality':{'status':'not-reported'}}");

        Station station = named("Means");
        assertThat(station.country()).isEqualTo("UZB");
        assertThat(station.latest()).isEqualTo(Instant.parse("2024-02-06T00:00:00Z"));
        assertThat(station.position()).isEqualTo(new Station.Position(69.5, 41.5, "place of Means"));
        Stream found = stations.streams(station.id()).getFirst();
        assertThat(found.property().unit()).isEqualTo("m");
        assertThat(found.datum()).isEqualTo("BHS77");
        assertThat(found.count()).isEqualTo(5);
        assertThat(found.latest())
                .isEqualTo(
                        new Reading(Instant.parse("2024-02-06T00:00:00Z"), null, null, null, ValueStatus.NOT_REPORTED));

        LocalDate from = LocalDate.of(2023, 1, 1);
        LocalDate to = LocalDate.of(2025, 1, 1);
        assertThat(stations.means((int) stream, Span.DAY, from, to))
                .containsExactly(
                        mean("2023-12-31", "2023-12-31", 1, 1, 1, 1),
                        mean("2024-01-01", "2024-01-01", 3, 2.5, 3.5, 2),
                        mean("2024-02-05", "2024-02-05", 8, 8, 8, 1));
        assertThat(stations.means((int) stream, Span.MONTH, from, to))
                .containsExactly(
                        mean("2023-12-01", "2023-12-31", 1, 1, 1, 1),
                        mean("2024-01-01", "2024-01-31", 3, 2.5, 3.5, 2),
                        mean("2024-02-01", "2024-02-29", 8, 8, 8, 1));
        assertThat(stations.means((int) stream, Span.YEAR, LocalDate.of(2024, 1, 1), to))
                .containsExactly(mean("2024-01-01", "2024-12-31", 14 / 3.0, 2.5, 8, 3));
    }

    private static Mean mean(String first, String last, double mean, double least, double most, long count) {
        return new Mean(LocalDate.parse(first), LocalDate.parse(last), mean, least, most, count, true);
    }

    @Test
    void anEstimateIsNotSure() {
        long stream = server.station("Guessed", 70, 42, "{}");
        server.create(
                "Datastreams(" + stream + ")/Observations",
                "{'phenomenonTime':'2024-01-01T00:00:00Z','result':4,'resultQuality':'estimated'}");
        assertThat(stations.means((int) stream, Span.DAY, LocalDate.of(2024, 1, 1), LocalDate.of(2024, 1, 2)))
                .singleElement()
                .satisfies(mean -> assertThat(mean.sure()).isFalse());
    }

    @Test
    void whatIsNationalIsThereForItsCountryAlone() {
        long stream = server.station("Secret", 71, 43, "{'visibility':'national','country':'KAZ'}");
        observe(stream, "2024-01-01T00:00:00Z", "1");
        LocalDate day = LocalDate.of(2024, 1, 1);
        for (Caller other : List.of(Caller.ANONYMOUS, UZB)) {
            Callers.as(other, () -> {
                assertThat(stations.list(null, 0, 100).stations())
                        .extracting(Station::name)
                        .doesNotContain("Secret");
                assertThat(stations.means((int) stream, Span.DAY, day, day.plusDays(1)))
                        .isEmpty();
                return null;
            });
        }
        Callers.as(KAZ, () -> {
            Station station = named("Secret");
            assertThat(stations.streams(station.id())).hasSize(1);
            assertThat(stations.means((int) stream, Span.DAY, day, day.plusDays(1)))
                    .hasSize(1);
            return null;
        });
    }

    @Test
    void aListOfSeveralPropertiesKeepsTheirUnits() {
        long thing = server.create("Things", """
                {'name':'Mast','description':'wind','MultiDatastreams':[{'name':'wind','description':'',
                 'observationType':'http://www.opengis.net/def/observationType/OGC-OM/2.0/OM_ComplexObservation',
                 'multiObservationDataTypes':['http://www.opengis.net/def/observationType/OGC-OM/2.0/OM_Measurement',
                   'http://www.opengis.net/def/observationType/OGC-OM/2.0/OM_Measurement'],
                 'unitOfMeasurements':[{'name':'speed','symbol':'m/s','definition':'ucum:m/s'},{'name':'degree','symbol':'°','definition':'x'}],
                 'Sensor':{'name':'vane','description':'','encodingType':'text/html','metadata':'x'},
                 'ObservedProperties':[{'name':'Speed','definition':'urn:v','description':''},{'name':'Direction','definition':'urn:d','description':''}]}]}""");
        assertThat(stations.streams((int) thing)).singleElement().satisfies(stream -> {
            assertThat(stream.multi()).isTrue();
            assertThat(stream.properties())
                    .extracting(Stream.Observed::name, Stream.Observed::unit)
                    .containsExactly(tuple("Speed", "m/s"), tuple("Direction", "°"));
            assertThat(stream.latest()).isNull();
        });
    }
}
