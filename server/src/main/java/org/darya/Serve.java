package org.darya;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.darya.platform.DaryaException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts the database, brings its tables up to date, loads the programme and answers requests until it is stopped. */
@Command(name = "serve", description = "Starts Darya and prints its address.", mixinStandardHelpOptions = true)
final class Serve implements Callable<Integer> {
    /** Not an exit code: the server runs on in its own threads. */
    static final int RUNNING = -1;

    /** Schemas, ground floor first. */
    static final List<String> ROOMS =
            List.of("register", "evidence", "observation", "action", "agreement", "programme", "access");

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Option(
            names = "--port",
            defaultValue = "8080",
            description = "port to answer on, 0 for any free one (default: ${DEFAULT-VALUE})")
    private int port = 8080;

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "address to answer on; 0.0.0.0 opens Darya to the network (default: ${DEFAULT-VALUE})")
    private String bind = "127.0.0.1";

    @Option(
            names = "--sta-open",
            description = "let programs on this machine write observations without an account; for conformance suites")
    private boolean staOpen;

    @Option(
            names = "--mqtt-port",
            defaultValue = "0",
            description = "port of the MQTT broker for observations, 0 for none (default: ${DEFAULT-VALUE})")
    private int mqttPort;

    @Option(
            names = "--proxy",
            paramLabel = "ADDRESS",
            description = "address of a reverse proxy whose X-Forwarded headers are believed, such as 127.0.0.1")
    private @Nullable String proxy;

    @Option(names = "--programme", paramLabel = "DIR", description = "programme folder (default: programmes/res2026)")
    private @Nullable Path programme;

    @Override
    public Integer call() {
        Path folder = programme == null ? home().resolve("programmes/res2026") : programme;
        try {
            var settings = new LinkedHashMap<>(observations());
            settings.putAll(behind(proxy));
            announce(start(database, bind, port, folder, settings));
            return RUNNING;
        } catch (RuntimeException e) {
            throw mended(e);
        }
    }

    /** What the command line says of observations; an open door opens to this machine alone. */
    private Map<String, Object> observations() {
        if (staOpen) {
            if (!InetAddress.ofLiteral(bind.equals("localhost") ? "127.0.0.1" : bind)
                    .isLoopbackAddress()) {
                throw new DaryaException(
                        "--sta-open lets everybody write who reaches %s.".formatted(bind),
                        "Maybe leave --bind out, so that only programs on this machine reach Darya.");
            }
            System.err.println("Warning: --sta-open is on. Every program on this machine may read, write and delete all"
                    + " observations, without an account.");
        }
        return Map.of("darya.sta.open", staOpen, "darya.mqtt.port", mqttPort, "darya.mqtt.bind", bind);
    }

    /** Nobody is believed where no proxy is named. */
    static Map<String, Object> behind(@Nullable String proxy) {
        return proxy == null
                ? Map.of()
                : Map.of(
                        "server.forward-headers-strategy",
                        "native",
                        "server.tomcat.remoteip.internal-proxies",
                        Pattern.quote(proxy),
                        "server.tomcat.remoteip.protocol-header",
                        "X-Forwarded-Proto",
                        "server.tomcat.remoteip.remote-ip-header",
                        "X-Forwarded-For");
    }

    /** Starts everything; what was opened is closed again where a later step fails. */
    static ConfigurableApplicationContext start(
            DatabaseOptions database, String bind, int port, Path programme, Map<String, Object> more) {
        DatabaseOptions.Open open = database.own();
        try {
            Map<String, Object> properties = new LinkedHashMap<>();
            properties.put("spring.datasource.url", open.location().url());
            properties.put("spring.datasource.username", open.application().user());
            properties.put("spring.datasource.password", open.application().password());
            properties.put("server.address", bind);
            properties.put("server.port", port);
            properties.put(
                    "darya.programme", programme.toAbsolutePath().normalize().toString());
            properties.putAll(more);
            var application = new SpringApplication(Application.class);
            application.setDefaultProperties(properties);
            // here, and not before Spring, so that what it writes goes where the log goes
            application.addInitializers(context -> open.prepared());
            SpringApplication.getShutdownHandlers().add(open.closing()); // after the pool is closed
            return application.run();
        } catch (RuntimeException e) {
            open.close();
            throw e;
        }
    }

    private void announce(ConfigurableApplicationContext context) {
        String answering = context.getEnvironment().getProperty("local.server.port");
        String host = bind.equals("0.0.0.0") ? "localhost" : bind;
        System.out.printf("Darya is ready: http://%s:%s/%n", host, answering);
        System.out.flush();
    }

    private RuntimeException mended(RuntimeException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof PortInUseException) {
                return new DaryaException(
                        "Port %d is taken by another program.".formatted(port),
                        "Maybe another Darya runs here; choose another port with --port N.");
            }
            if (cause instanceof DaryaException known) {
                return known;
            }
        }
        return e;
    }

    /** Where Darya itself lies; the launcher says it. */
    static Path home() {
        return Path.of(System.getProperty("darya.home", "."));
    }
}
