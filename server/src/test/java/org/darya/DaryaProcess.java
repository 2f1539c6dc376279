package org.darya;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Darya as an operator runs it: a process of its own. */
final class DaryaProcess implements AutoCloseable {
    private static final Pattern READY = Pattern.compile("Darya is ready: http://\\S+?:(\\d+)/");

    final Process process;
    private final Path output;

    private DaryaProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    static DaryaProcess start(String... words) throws IOException {
        return start(Map.of(), words);
    }

    static DaryaProcess start(Map<String, String> environment, String... words) throws IOException {
        Path output = Files.createTempFile(Path.of("target"), "darya", ".log");
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1", // it lives for seconds, and the second compiler would take half of them
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "org.darya.Darya"));
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        return new DaryaProcess(builder.start(), output);
    }

    /** Waits until it says that it is ready; gives its address. */
    String ready() throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (System.nanoTime() < end) {
            Matcher said = READY.matcher(output());
            if (said.find()) {
                return "http://127.0.0.1:" + said.group(1);
            }
            if (!process.isAlive()) {
                throw new AssertionError("ended with " + process.exitValue() + ":\n" + output());
            }
            Thread.sleep(50);
        }
        throw new AssertionError("not ready:\n" + output());
    }

    /** Waits for its end; gives the exit code. */
    int end() throws InterruptedException {
        if (!process.waitFor(90, TimeUnit.SECONDS)) {
            throw new AssertionError("still running");
        }
        return process.exitValue();
    }

    String output() throws IOException {
        return Files.readString(output);
    }

    static String get(String address) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString())
                    .body();
        }
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Files.deleteIfExists(output);
    }
}
