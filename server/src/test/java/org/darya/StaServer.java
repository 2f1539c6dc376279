package org.darya;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.darya.platform.DatabaseLocation;
import org.darya.platform.TestDatabase;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server of one's own with the door for writers open, and short ways to ask it. */
public final class StaServer implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Path SMALL = Path.of("src/test/resources/programmes/small");

    /** Its database, to look behind the door. */
    public final DatabaseLocation database;

    private final ConfigurableApplicationContext context;
    private final HttpClient http = HttpClient.newHttpClient();
    private final String root;

    /** With a programme of a few records, which is quickly loaded. */
    public StaServer(Map<String, Object> more) {
        this(SMALL, more);
    }

    public StaServer(Path programme, Map<String, Object> more) {
        this(Cluster.given() ? Cluster.fresh() : TestDatabase.create(), programme, more);
    }

    /** One more on the database of another. */
    public StaServer(StaServer other, Map<String, Object> more) {
        this(other.database, SMALL, more);
    }

    private StaServer(DatabaseLocation database, Path programme, Map<String, Object> more) {
        this.database = database;
        var settings = new HashMap<String, Object>(Map.of("darya.sta.open", true));
        settings.putAll(more);
        context = TestServer.start(database, programme, settings);
        root = "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + "/sta/v1.1";
    }

    public String root() {
        return root;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Answers a GET; the query is escaped here. */
    public HttpResponse<String> get(String pathAndQuery) {
        return send("GET", pathAndQuery, "", "application/json");
    }

    public JsonNode json(String pathAndQuery) {
        HttpResponse<String> answer = get(pathAndQuery);
        if (answer.statusCode() != 200) {
            throw new AssertionError(pathAndQuery + " gives " + answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    /** Creates something; gives its id. */
    public long create(String path, String body) {
        HttpResponse<String> answer = send("POST", path, body.replace('\'', '"'), "application/json");
        if (answer.statusCode() != 201) {
            throw new AssertionError(path + " gives " + answer.statusCode() + " " + answer.body());
        }
        String self = answer.headers().firstValue("Location").orElseThrow();
        return Long.parseLong(self.substring(self.lastIndexOf('(') + 1, self.length() - 1));
    }

    public HttpResponse<String> send(
            String method, String pathAndQuery, String body, String contentType, String... headers) {
        int question = pathAndQuery.indexOf('?');
        String address = root + "/" + (question < 0 ? pathAndQuery : pathAndQuery.substring(0, question));
        if (question >= 0) {
            var query = new StringBuilder("?");
            for (String pair : pathAndQuery.substring(question + 1).split("&")) {
                int equals = pair.indexOf('=');
                query.append(query.length() > 1 ? "&" : "")
                        .append(pair, 0, equals)
                        .append('=')
                        .append(URLEncoder.encode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
            address += query;
        }
        return sendTo(method, address, body, contentType, headers);
    }

    /** Sends to a whole address that needs no escaping. */
    public HttpResponse<String> sendTo(
            String method, String address, String body, String contentType, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", contentType)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** A station with a place and one stream; gives the stream. */
    public long station(String name, double longitude, double latitude, String properties) {
        long thing = create("Things", """
                {'name':'%1$s','description':'station','properties':%4$s,
                 'Locations':[{'name':'place of %1$s','description':'','encodingType':'application/geo+json',
                   'location':{'type':'Point','coordinates':[%2$s,%3$s]}}],
                 'Datastreams':[{'name':'%1$s level','description':'',
                   'observationType':'http://www.opengis.net/def/observationType/OGC-OM/2.0/OM_Measurement',
                   'unitOfMeasurement':{'name':'metre','symbol':'m','definition':'ucum:m'},'properties':%4$s,
                   'Sensor':{'name':'gauge','description':'','encodingType':'text/html','metadata':'staff'},
                   'ObservedProperty':{'name':'Water level','definition':'urn:level','description':''}}]}""".formatted(name, longitude, latitude, properties));
        return json("Things(" + thing + ")/Datastreams")
                .path("value")
                .path(0)
                .path("@iot.id")
                .asLong();
    }

    @Override
    public void close() {
        context.close();
        http.close();
    }
}
