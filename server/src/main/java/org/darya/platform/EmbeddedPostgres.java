package org.darya.platform;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A durable PostgreSQL run as a child process: fsync on, checksums on, a random password in a file only the owner can
 * read, loopback only. Started by our own class because the usual wrapper is made for tests: it runs with fsync off and
 * lets everybody in.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final String USER = "darya";
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Map<String, String> SETTINGS = Map.of(
            "listen_addresses", "127.0.0.1",
            "unix_socket_directories", "",
            "max_wal_size", "2GB",
            "jit", "off",
            // the journal of observations gathers dead rows by the thousand a second; sweeping it takes a millisecond
            "autovacuum_naptime", "1s",
            "timezone", "UTC",
            "log_timezone", "UTC",
            "lc_messages", "C");

    private static final long MEGABYTE = 1 << 20;
    private static final long LEAST_BUFFERS = 128;
    private static final long MOST_BUFFERS = 1024;

    /** The server's own rules for letters: the same on every machine, whatever locales it has. */
    private static final List<String> LOCALE = List.of("--locale-provider=builtin", "--locale=C.UTF-8");

    private final Process process;
    private final DatabaseLocation location;

    private EmbeddedPostgres(Process process, DatabaseLocation location) {
        this.process = process;
        this.location = location;
    }

    /** Starts the server in {@code folder}, making a new cluster on first use and recovering one that was killed. */
    public static EmbeddedPostgres start(Path folder) {
        return start(folder, folder);
    }

    /**
     * @param folder where the cluster, its password and its log lie
     * @param programs where the PostgreSQL programs are unpacked; may be shared by several clusters
     */
    public static EmbeddedPostgres start(Path folder, Path programs) {
        try {
            return startUnpacked(folder, PostgresBinaries.unpack(programs), LOCALE);
        } catch (IOException e) {
            throw new DaryaException(
                    "PostgreSQL could not be unpacked in %s: %s".formatted(programs, e.getMessage()),
                    "Maybe the disk is full or the folder may not be written.");
        }
    }

    /** Starts with programs that lie unpacked already. */
    static EmbeddedPostgres startUnpacked(Path folder, Path home, List<String> locale) {
        try {
            Path bin = home.resolve("bin");
            Path cluster = folder.resolve("cluster");
            if (!Files.exists(cluster.resolve("PG_VERSION"))) {
                create(bin, folder, cluster, locale);
            }
            stopOrphan(bin, cluster);
            return launch(bin, folder, cluster);
        } catch (IOException e) {
            throw new DaryaException(
                    "The embedded PostgreSQL did not start in %s: %s".formatted(folder, e.getMessage()),
                    "Maybe the disk is full or the folder may not be written; postgresql.log there says more.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The running server of a folder that another process owns, or null where none runs. */
    public static @Nullable DatabaseLocation running(Path folder) {
        try {
            Path pid = folder.resolve("cluster/postmaster.pid");
            if (!Files.exists(pid)) {
                return null;
            }
            List<String> lines = Files.readAllLines(pid);
            return location(Integer.parseInt(lines.get(3).strip()), password(folder));
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    private static void create(Path bin, Path folder, Path cluster, List<String> locale)
            throws IOException, InterruptedException {
        Processes.deleteTree(cluster); // an earlier initdb that was cut off
        Files.createDirectories(folder);
        Path password = folder.resolve("password");
        Files.deleteIfExists(password);
        Files.createFile(password, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        Files.writeString(password, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
        Path young = folder.resolve("cluster.new");
        Processes.deleteTree(young);
        var command = new ArrayList<>(List.of(
                bin.resolve("initdb").toString(),
                "--pgdata=" + young,
                "--username=" + USER,
                "--encoding=UTF8",
                "--data-checksums",
                "--auth=scram-sha-256",
                "--pwfile=" + password));
        command.addAll(locale);
        Processes.run(Processes.asPlainUser(command));
        Files.move(young, cluster); // a cluster exists whole or not at all
    }

    /** A killed Java process leaves its server behind: it is stopped in order, then started again as our own child. */
    private static void stopOrphan(Path bin, Path cluster) throws InterruptedException {
        if (!Files.exists(cluster.resolve("postmaster.pid"))) {
            return;
        }
        try {
            Processes.run(Processes.asPlainUser(List.of(
                    bin.resolve("pg_ctl").toString(),
                    "-D",
                    cluster.toString(),
                    "-m",
                    "fast",
                    "-w",
                    "-t",
                    "60",
                    "stop")));
        } catch (IOException e) {
            // the server died too and left its pid file: it recovers from its log when it starts
        }
    }

    private static EmbeddedPostgres launch(Path bin, Path folder, Path cluster)
            throws IOException, InterruptedException {
        int port;
        try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = probe.getLocalPort();
        }
        var command = new ArrayList<>(
                List.of(bin.resolve("postgres").toString(), "-D", cluster.toString(), "-p", Integer.toString(port)));
        SETTINGS.forEach((key, value) -> command.addAll(List.of("-c", key + "=" + value)));
        command.addAll(List.of("-c", "shared_buffers=" + buffers(memory()) + "MB"));
        Path log = folder.resolve("postgresql.log");
        Process process = new ProcessBuilder(Processes.ownSession(Processes.asPlainUser(command)))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        var server = new EmbeddedPostgres(process, location(port, password(folder)));
        server.awaitReady(log);
        return server;
    }

    /**
     * What the database keeps of its pages in its own memory, in megabytes: an eighth of the machine's, for it shares
     * the machine with Java and others. Every other page is copied and checked anew at each reading.
     *
     * @param memory of the machine, in bytes
     */
    static long buffers(long memory) {
        return Math.clamp(memory / 8 / MEGABYTE, LEAST_BUFFERS, MOST_BUFFERS);
    }

    /** The memory of the machine, or what a container may use of it, in bytes. */
    private static long memory() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    }

    private void awaitReady(Path log) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try (var connection = DriverManager.getConnection(location.url(), location.user(), location.password())) {
                return;
            } catch (SQLException e) {
                if (!process.isAlive()) {
                    throw new IOException("the server ended at once:\n" + Files.readString(log), e);
                }
                if (System.nanoTime() > end) {
                    close();
                    throw new IOException("no answer within " + PATIENCE.toSeconds() + " s", e);
                }
                Thread.sleep(15);
            }
        }
    }

    private static DatabaseLocation location(int port, String password) {
        return new DatabaseLocation("jdbc:postgresql://127.0.0.1:" + port + "/postgres", USER, password);
    }

    private static String password(Path folder) throws IOException {
        return Files.readString(folder.resolve("password")).strip();
    }

    public DatabaseLocation location() {
        return location;
    }

    /** Process id of the server. */
    public long pid() {
        return process.pid();
    }

    /** Stops the server in order; every committed row is on disk. */
    @Override
    public void close() {
        if (!process.isAlive()) {
            return;
        }
        try {
            Processes.interrupt(process.pid()); // SIGINT is PostgreSQL's "fast" shutdown
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroy();
        }
    }
}
