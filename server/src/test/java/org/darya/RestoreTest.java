package org.darya;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.darya.access.Site;
import org.darya.platform.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backup and restore as an operator does it: by processes, while others write, into an empty data folder. */
class RestoreTest {
    private static final String SMALL = "src/test/resources/programmes/small";
    private static final Pattern ONE_TIME = Pattern.compile("one-time password ([a-z0-9-]+)");

    @TempDir
    Path folder;

    private Path data(String name) throws IOException {
        Path data = folder.resolve(name);
        Files.createDirectories(data.resolve("postgresql"));
        try (Stream<Path> homes = Files.list(TestDatabase.programs())) {
            for (Path home : homes.toList()) {
                Files.createSymbolicLink(data.resolve("postgresql").resolve(home.getFileName()), home);
            }
        }
        return data;
    }

    private static DaryaProcess serve(Path data) throws IOException {
        return DaryaProcess.start(
                "serve", "--port", "0", "--sta-open", "--programme", SMALL, "--data", data.toString());
    }

    private static String run(int code, String... words) throws Exception {
        try (var darya = DaryaProcess.start(words)) {
            assertThat(darya.end()).as(darya.output()).isEqualTo(code);
            return darya.output();
        }
    }

    @Test
    void everythingComesBackByteForByteAndABadFileLeavesNothing() throws Exception {
        Path data = data("first");
        Path backup = folder.resolve("darya.backup");
        Map<String, String> before;
        try (var darya = serve(data)) {
            String address = darya.ready();
            String password =
                    first(ONE_TIME, run(0, "user", "add", "anna", "--role", "secretariat", "--data", data.toString()));
            edit(address, password);
            Path csv = Files.writeString(
                    folder.resolve("series.csv"),
                    "indicator,period,value,unit\n6.4.2,2020,41.50,%\n6.4.2,2021,42,%\n6.4.2,2022,,%\n");
            run(0, "import", "csv", csv.toString(), "--office", "office", "--data", data.toString());
            post(address, "Things", """
                    {"name":"Gauge","description":"d","Locations":[{"name":"p","description":"d","encodingType":"application/geo+json",
                     "location":{"type":"Point","coordinates":[71,51]}}],"Datastreams":[{"name":"Level","description":"d",
                     "observationType":"o","unitOfMeasurement":{"name":"m"},"Sensor":{"name":"s","description":"d",
                     "encodingType":"text/html","metadata":"m"},"ObservedProperty":{"name":"o","definition":"x","description":"d"}}]}""");
            for (int i = 1; i < 10; i++) {
                post(address, "Datastreams(1)/Observations", observation("1987-01-0" + i, i / 3.0));
            }
            before = exports(address, data, "before", 1);
            post(address, "Things", """
                    {"name":"Busy","description":"d","Locations":[{"name":"p","description":"d","encodingType":"application/geo+json",
                     "location":{"type":"Point","coordinates":[72,51]}}],"Datastreams":[{"name":"Busy","description":"d",
                     "observationType":"o","unitOfMeasurement":{"name":"m"},"Sensor":{"name":"s","description":"d",
                     "encodingType":"text/html","metadata":"m"},"ObservedProperty":{"name":"o","definition":"x","description":"d"}}]}""");
            var stop = new AtomicBoolean();
            var written = new AtomicInteger();
            var writer = Thread.ofVirtual().start(() -> {
                while (!stop.get()) {
                    try {
                        post(
                                address,
                                "Datastreams(2)/Observations",
                                observation("2024-01-01", written.incrementAndGet()));
                    } catch (IOException | InterruptedException e) {
                        throw new AssertionError(e);
                    }
                }
            });
            while (written.get() < 50) {
                Thread.sleep(10);
            }
            assertThat(run(0, "backup", backup.toString(), "--data", data.toString()))
                    .contains("rows written");
            int then = written.get();
            stop.set(true);
            writer.join();
            assertThat(then).as("others wrote meanwhile").isGreaterThan(50);
            assertThat(run(0, "audit", "verify", "--data", data.toString())).contains("The trail is whole");
        }

        Path restored = data("second");
        for (Map.Entry<String, byte[]> bad : bad(Files.readAllBytes(backup)).entrySet()) {
            Path file = Files.write(folder.resolve(bad.getKey()), bad.getValue());
            assertThat(run(1, "restore", file.toString(), "--data", restored.toString()))
                    .as(bad.getKey())
                    .contains(file.toString())
                    .contains("\nMaybe ")
                    .doesNotContain("\tat ");
        }
        assertThat(run(1, "restore", folder.resolve("none").toString(), "--data", restored.toString()))
                .contains("Maybe the file is misspelt")
                .doesNotContain("\tat ");
        // after all that is bad the folder is as empty as before
        assertThat(run(0, "restore", backup.toString(), "--data", restored.toString()))
                .contains("rows restored");
        assertThat(run(0, "audit", "verify", "--data", restored.toString())).contains("The trail is whole");
        assertThat(run(1, "restore", backup.toString(), "--data", restored.toString()))
                .contains("holds tables of Darya already");
        try (var darya = serve(restored)) {
            String address = darya.ready();
            assertThat(darya.output()).as("the accounts came back too").doesNotContain("one-time password");
            assertThat(exports(address, restored, "after", 1)).isEqualTo(before);
            assertThat(run(0, "audit", "verify", "--data", restored.toString())).contains("The trail is whole");
            post(address, "Datastreams(1)/Observations", observation("2026-01-01", 1));
            assertThat(run(0, "audit", "verify", "--data", restored.toString())).contains("The trail is whole");
        }
    }

    /** One file each that no restore may take. */
    private static Map<String, byte[]> bad(byte[] good) throws IOException {
        Map<String, byte[]> bad = new LinkedHashMap<>();
        bad.put("empty", new byte[0]);
        bad.put("cut-off", Arrays.copyOf(good, good.length / 2));
        bad.put("without-its-end", Arrays.copyOf(good, good.length - 5));
        bad.put("something-else", "no backup".getBytes(StandardCharsets.UTF_8));
        byte[] flipped = good.clone();
        // among its rows: a bit of what stands before them may say when they were packed, and nobody reads that
        flipped[new String(good, StandardCharsets.ISO_8859_1).indexOf("register/source.copy") + 200] ^= 1;
        bad.put("one-bit", flipped);
        bad.put("other-content", repacked(good, "register/source.copy", entry -> append(entry, "x\n")));
        bad.put("a-table-less", repacked(good, "register/source.copy", entry -> null));
        bad.put("no-list", repacked(good, "manifest.properties", entry -> null));
        bad.put(
                "another-format",
                repacked(
                        good,
                        "manifest.properties",
                        entry -> text(entry).replace("format=1", "format=9").getBytes(StandardCharsets.UTF_8)));
        // whoever changes a table and its sum too is found out by the database: the rows do not fit
        bad.put(
                "a-path-beside",
                repacked(good, "manifest.properties", entry -> append(entry, "sha256.../../outside=00\n")));
        bad.put(
                "words-for-the-database",
                repacked(
                        good,
                        "manifest.properties",
                        entry -> append(
                                entry,
                                "part.observation.x\\;drop\\ table\\ access.audit=partition of observation.observation default\n")));
        bad.put(
                "a-counter-of-words",
                repacked(
                        good,
                        "manifest.properties",
                        entry -> append(entry, "counter.x')\\;drop\\ table\\ access.audit\\;--=1\n")));
        bad.put(
                "columns-of-words",
                repacked(
                        good,
                        "manifest.properties",
                        entry -> text(entry)
                                .replaceFirst(
                                        "(?m)^columns.register/source.copy=.*$",
                                        "columns.register/source.copy=id) from program 'true' --")
                                .getBytes(StandardCharsets.UTF_8)));
        bad.put(
                "a-version-of-words",
                repacked(
                        good,
                        "manifest.properties",
                        entry -> text(entry)
                                .replaceFirst("(?m)^version.register=.*$", "version.register=999999")
                                .getBytes(StandardCharsets.UTF_8)));
        return bad;
    }

    private interface Change {
        byte @org.jspecify.annotations.Nullable [] of(byte[] entry);
    }

    private static byte[] append(byte[] entry, String more) {
        return (text(entry) + more).getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] entry) {
        return new String(entry, StandardCharsets.UTF_8);
    }

    private static byte[] repacked(byte[] good, String name, Change change) throws IOException {
        var bytes = new ByteArrayOutputStream();
        boolean found = false;
        try (var in = new ZipInputStream(new ByteArrayInputStream(good));
                var out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] content = in.readAllBytes();
                if (entry.getName().equals(name)) {
                    found = true;
                    byte[] changed = change.of(content);
                    assertThat(changed).isNotEqualTo(content);
                    content = changed;
                }
                if (content != null) {
                    out.putNextEntry(new ZipEntry(entry.getName()));
                    out.write(content);
                    out.closeEntry();
                }
            }
        }
        assertThat(found).as(name).isTrue();
        return bytes.toByteArray();
    }

    /** What comes out: the programme, the observations of a stream, the official series. */
    private Map<String, String> exports(String address, Path data, String name, int stream) throws Exception {
        Map<String, String> all = new TreeMap<>();
        Path programme = folder.resolve(name);
        run(0, "export", "programme", programme.toString(), "--data", data.toString());
        try (Stream<Path> files = Files.walk(programme)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.put(programme.relativize(file).toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        Path observations = folder.resolve(name + ".csv");
        run(
                0,
                "export",
                "observations",
                "--datastream",
                "" + stream,
                observations.toString(),
                "--data",
                data.toString());
        all.put("observations", Files.readString(observations));
        assertThat(all.get("observations").lines()).hasSize(10);
        String series = DaryaProcess.get(address + "/api/v1/series");
        Matcher id = Pattern.compile("\"id\":\"([^\"]+)\"").matcher(series);
        assertThat(id.find()).as(series).isTrue();
        all.put("series", series);
        all.put("series.csv", DaryaProcess.get(address + "/api/v1/series/" + id.group(1) + ".csv"));
        assertThat(all.get("series.csv")).contains("41.50");
        for (String kind : new String[] {"sources", "claims", "initiatives", "projects"}) {
            all.put(kind, DaryaProcess.get(address + "/api/v1/" + kind + ".csv"));
        }
        assertThat(all.get("sources")).contains("Edited in the browser");
        return all;
    }

    private static void edit(String address, String oneTime) throws Exception {
        try (var site = new Site(address)) {
            site.enter("anna", oneTime, "four quiet rivers meet");
            var page = site.get("/en/edit/sources/source-one");
            Map<String, String> values = fields(page.body());
            values.put("title.en", "Edited in the browser");
            values.put("why", "a test");
            assertThat(site.submit(page, values).statusCode()).isEqualTo(303);
        }
    }

    private static String first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return found.group(1);
    }

    /** Everything that the form of a page would send. */
    private static Map<String, String> fields(String html) {
        Map<String, String> values = new HashMap<>();
        Matcher input = Pattern.compile("<(input|textarea|select)[^>]*name=\"([^\"]+)\"[^>]*>")
                .matcher(html);
        while (input.find()) {
            Matcher value = Pattern.compile("value=\"([^\"]*)\"").matcher(input.group());
            String text = "";
            if (input.group(1).equals("textarea")) {
                text = html.substring(input.end(), html.indexOf("</textarea>", input.end()));
            } else if (input.group(1).equals("select")) {
                String options = html.substring(input.end(), html.indexOf("</select>", input.end()));
                Matcher chosen = Pattern.compile("<option value=\"([^\"]*)\"[^>]*selected")
                        .matcher(options);
                text = chosen.find() ? chosen.group(1) : "";
            } else if (value.find()) {
                text = value.group(1);
            }
            values.put(
                    input.group(2),
                    text.replace("&#34;", "\"")
                            .replace("&#39;", "'")
                            .replace("&lt;", "<")
                            .replace("&gt;", ">")
                            .replace("&amp;", "&"));
        }
        values.remove("_csrf");
        return values;
    }

    private static String observation(String day, double result) {
        return "{\"phenomenonTime\":\"%sT00:00:00Z\",\"result\":%s}".formatted(day, result);
    }

    private static void post(String address, String path, String body) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(address + "/sta/v1.1/" + path))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            var answer = client.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        }
    }
}
