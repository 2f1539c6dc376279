package org.darya;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * A start, some seconds of what readers and stations ask most, and an orderly end. From it the launcher keeps the classes,
 * already read and linked, and which code is hot, so that the next starts are quick and their first requests too.
 */
@Command(name = "rehearse", hidden = true)
final class Rehearse implements Callable<Integer> {
    private static final List<String> PAGES =
            List.of("/", "/ru/", "/kk/projects", "/en/search?q=water", "/api/v1/projects?limit=5", "/actuator/health");

    private static final String STATION = """
            {"name": "Rehearsal", "description": "A station of the rehearsal",
             "Locations": [{"name": "Somewhere", "description": "", "encodingType": "application/geo+json",
               "location": {"type": "Point", "coordinates": [71.4, 51.1]}}],
             "Datastreams": [{"name": "Level", "description": "",
               "observationType": "http://www.opengis.net/def/observationType/OGC-OM/2.0/OM_Measurement",
               "unitOfMeasurement": {"name": "metre", "symbol": "m", "definition": "http://unitsofmeasure.org/ucum.html"},
               "ObservedProperty": {"name": "Water level", "definition": "http://example.org/level", "description": ""},
               "Sensor": {"name": "Gauge", "description": "", "encodingType": "text/plain", "metadata": ""}}]}""";
    private static final List<String> READINGS = List.of(
            "Datastreams(1)/Observations?$orderby=phenomenonTime%20desc&$top=10",
            "Datastreams(1)/Observations?$filter=phenomenonTime%20ge%202026-04-22T00:00:00Z%20and%20phenomenonTime%20lt"
                    + "%202027-01-01T00:00:00Z&$orderby=phenomenonTime%20asc&$top=1000&$select=phenomenonTime,result",
            "Things(1)?$expand=Locations,Datastreams($expand=ObservedProperty,Sensor)",
            "Datastreams?$expand=Thing,Observations($top=1;$orderby=phenomenonTime%20desc)&$top=100");
    private static final int POSTS = 8;

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Option(names = "--seconds", defaultValue = "8", description = "how long to ask (default: ${DEFAULT-VALUE})")
    private int seconds = 8;

    private @Nullable HttpClient client; // made when it is needed: every command line makes one of every command
    private String base = "";
    private int posted;

    @Override
    public Integer call() throws IOException, InterruptedException {
        ConfigurableApplicationContext context = Serve.start(
                database,
                "127.0.0.1",
                0,
                Serve.home().resolve("programmes/res2026"),
                Map.of("darya.sta.open", true)); // for a folder that is thrown away, on this machine alone
        try (HttpClient asking = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            client = asking;
            base = "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
            post("Things", STATION);
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
            do {
                ask();
            } while (System.nanoTime() < end);
        } finally {
            context.close();
        }
        return 0;
    }

    private void ask() throws IOException, InterruptedException {
        for (String page : PAGES) {
            get(page);
        }
        for (String reading : READINGS) {
            get("/sta/v1.1/" + reading);
        }
        for (int i = 0; i < POSTS; i++) {
            posted++;
            post("Observations", """
                    {"phenomenonTime": "2026-04-%02dT%02d:%02d:%02dZ", "result": %d.5, "Datastream": {"@iot.id": 1}}""".formatted(
                            22 + posted / 86_400 % 8, posted / 3600 % 24, posted / 60 % 60, posted % 60, posted % 97));
        }
    }

    private void get(String path) throws IOException, InterruptedException {
        send(HttpRequest.newBuilder(URI.create(base + path)).header("Accept-Encoding", "gzip"));
    }

    private void post(String set, String body) throws IOException, InterruptedException {
        send(HttpRequest.newBuilder(URI.create(base + "/sta/v1.1/" + set))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    private void send(HttpRequest.Builder asked) throws IOException, InterruptedException {
        HttpRequest request = asked.build();
        HttpResponse<String> answer = Objects.requireNonNull(client).send(request, BodyHandlers.ofString());
        if (answer.statusCode() >= 400) {
            throw new IllegalStateException(
                    "%s %s: %d %s".formatted(request.method(), request.uri(), answer.statusCode(), answer.body()));
        }
    }
}
