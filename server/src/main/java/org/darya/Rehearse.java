package org.darya;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** A start with a few requests and an orderly end, from which the launcher keeps what makes the next starts quick. */
@Command(name = "rehearse", hidden = true)
final class Rehearse implements Callable<Integer> {
    private static final List<String> PAGES =
            List.of("/", "/ru/", "/kk/projects", "/en/search?q=water", "/api/v1/projects?limit=5", "/actuator/health");

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Override
    public Integer call() throws IOException, InterruptedException {
        ConfigurableApplicationContext context =
                Serve.start(database, "127.0.0.1", 0, Serve.home().resolve("programmes/res2026"), Map.of());
        String port = context.getEnvironment().getProperty("local.server.port");
        try (HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            for (String page : PAGES) {
                client.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + page))
                                .header("Accept-Encoding", "gzip")
                                .build(),
                        BodyHandlers.discarding());
            }
        }
        context.close();
        return 0;
    }
}
