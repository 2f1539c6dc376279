package org.darya;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.darya.access.AccessDatabase;
import org.darya.platform.DatabaseLocation;
import org.darya.platform.TestDatabase;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole of Darya with the programme that ships, on a real database, once for all tests that read only. */
public final class TestServer {
    /** The programme that ships. */
    public static final Path RES2026 =
            Path.of("../programmes/res2026").toAbsolutePath().normalize();

    private static final ConfigurableApplicationContext SHARED = start(TestDatabase.create(), RES2026);

    private TestServer() {}

    /** A server of one's own; to be closed by the caller. */
    public static ConfigurableApplicationContext start(DatabaseLocation database, Path programme) {
        return start(database, programme, Map.of());
    }

    /** The same with more settings. */
    public static ConfigurableApplicationContext start(
            DatabaseLocation database, Path programme, Map<String, Object> more) {
        DatabaseLocation role = AccessDatabase.application(database);
        AccessDatabase.prepare(database, role, Serve.ROOMS);
        Cluster.spread(database);
        var application = new SpringApplication(Application.class);
        Map<String, Object> settings = new HashMap<>(more);
        settings.putAll(Map.of(
                "spring.datasource.url", database.url(),
                "spring.datasource.username", role.user(),
                "spring.datasource.password", role.password(),
                "server.port", 0,
                "server.address", "127.0.0.1",
                "darya.programme", programme.toString()));
        application.setDefaultProperties(settings);
        return application.run();
    }

    /** Address of the shared server, without a slash at its end. */
    public static String address() {
        return "http://127.0.0.1:" + SHARED.getEnvironment().getProperty("local.server.port");
    }

    /** A room's service of the shared server. */
    public static <T> T get(Class<T> service) {
        return SHARED.getBean(service);
    }
}
