package org.darya.evidence.sensorthings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.darya.StaServer;

/** A server with two stations, one of which has twenty observations: 0.5 on the first of March 2024, 10 on the 20th. */
final class TwoStations implements AutoCloseable {
    final StaServer server;
    /** the stream with the observations */
    final long level;

    TwoStations() {
        this(Map.of());
    }

    TwoStations(Map<String, Object> settings) {
        server = new StaServer(settings);
        level = server.station("Karatas", 70.5, 50.5, "{'basin':'Ishim','class':3}");
        server.station("Petropavl", 69.1, 54.9, "{'basin':'Ishim','class':5}");
        for (int day = 1; day <= 20; day++) {
            server.create("Observations", """
                    {'phenomenonTime':'2024-03-%02dT06:00:00Z','resultTime':'2024-03-%02dT06:05:00Z','result':%s,
                     'Datastream':{'@iot.id':%d}}""".formatted(day, day, day * 0.5, level));
        }
    }

    List<String> names(String query) {
        var names = new ArrayList<String>();
        server.json(query)
                .path("value")
                .forEach(entity -> names.add(entity.path("name").asString()));
        return names;
    }

    List<Double> results(String query) {
        var results = new ArrayList<Double>();
        server.json(query)
                .path("value")
                .forEach(entity -> results.add(entity.path("result").doubleValue()));
        return results;
    }

    @Override
    public void close() {
        server.close();
    }
}
