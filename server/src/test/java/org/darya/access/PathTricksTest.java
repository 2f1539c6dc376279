package org.darya.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.darya.evidence.ImportRequest;
import org.darya.evidence.Imports;
import org.darya.platform.DaryaException;
import org.darya.platform.DatabaseLocation;
import org.darya.platform.TestDatabase;
import org.darya.programme.ProgrammeFolder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartResolver;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Names of files and paths that come from others: in addresses, in folders that are imported, in what is written out. */
class PathTricksTest {
    private static final Path SMALL = Path.of("src/test/resources/programmes/small");
    private static final ConfigurableApplicationContext SERVER = Site.start();
    private static final List<String> TRICKS = List.of(
            "../../../../etc/passwd",
            "..%2f..%2f..%2fetc%2fpasswd",
            "%2e%2e/%2e%2e/etc/passwd",
            "..%5c..%5cwindows%5cwin.ini",
            "..;/..;/etc/passwd",
            "%252e%252e%252fetc%252fpasswd",
            "/etc/passwd",
            "%2fetc%2fpasswd",
            "sources%00",
            "sources%00.csv",
            "CON",
            "C:%5Cboot.ini",
            "NUL.txt",
            "sources%0d%0aSet-Cookie:%20x=y",
            "sources%22;%20filename=%22evil.exe",
            "....//....//etc/passwd",
            "%c0%ae%c0%ae/etc/passwd",
            "a".repeat(3000));

    @TempDir
    private Path folder;

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    /** Nothing takes a file from a browser or a program: no address has such a parameter, and none such a body. */
    @Test
    void thereIsNoUpload() throws Exception {
        assertThat(SERVER.getBeansOfType(MultipartResolver.class)).isEmpty();
        List<String> taking = new ArrayList<>();
        SERVER.getBeansOfType(RequestMappingInfoHandlerMapping.class)
                .values()
                .forEach(mapping -> mapping.getHandlerMethods().forEach((info, method) -> {
                    boolean file = Arrays.stream(method.getMethodParameters())
                            .anyMatch(parameter -> MultipartFile.class.isAssignableFrom(parameter.getParameterType())
                                    || parameter.getParameterType().getName().contains("Multipart")
                                    || parameter.getParameterType().getName().endsWith("servlet.http.Part"));
                    boolean body = info.getConsumesCondition().getConsumableMediaTypes().stream()
                            .anyMatch(type -> type.getType().equals(MediaType.MULTIPART_FORM_DATA.getType()));
                    if (file || body) {
                        taking.add(info.toString());
                    }
                }));
        assertThat(taking).isEmpty();
        try (Site site =
                Site.signedIn(SERVER, new Accounts.Wanted("uploader", "", Role.SECRETARIAT, null, null, null))) {
            String body = """
                    --x\r
                    Content-Disposition: form-data; name="file"; filename="../../../../tmp/evil"\r
                    Content-Type: application/octet-stream\r
                    \r
                    content\r
                    --x--\r
                    """;
            for (RouteTable.Route route : RouteTable.read().all()) {
                if (!route.method().equals("GET")) {
                    String path = route.path()
                            .replace("{language}", "en")
                            .replace("{kind}", "sources")
                            .replace("{id}", "1");
                    var answer = site.send(site.request(path)
                            .header("Content-Type", "multipart/form-data; boundary=x")
                            .method(route.method(), HttpRequest.BodyPublishers.ofString(body)));
                    assertThat(answer.statusCode()).as(route + "").isBetween(400, 499);
                    assertThat(answer.body()).doesNotContain("\tat ");
                }
            }
        }
    }

    @Test
    void anAddressLeadsToNoFile() throws IOException {
        for (String pattern : List.of(
                "/%s",
                "/en/%s",
                "/en/sources/%s",
                "/assets/%s",
                "/assets/x/%s",
                "/api/v1/%s.csv",
                "/api/v1/sources/%s",
                "/api/v1/series/%s.csv",
                "/api/v1/indicators/%s/series.csv",
                "/en/indicators/%s.svg",
                "/en/history/sources/%s",
                "/sta/v1.1/%s",
                "/actuator/health/%s",
                "/oidc/start/%s")) {
            for (String trick : TRICKS) {
                String answer = raw(pattern.formatted(trick));
                int status = Integer.parseInt(answer.substring(9, 12));
                assertThat(status).as(pattern.formatted(trick)).isBetween(301, 499);
                assertThat(answer)
                        .as(pattern.formatted(trick))
                        .doesNotContain("root:", "\tat ", "org.darya.", "java.")
                        .doesNotContain("\r\nSet-Cookie: x=y");
            }
        }
    }

    @Test
    void aLinkInAFolderLeadsNowhereElse() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.csv"), "indicator,period,value\nsecret,2020,1\n");
        Path given = Files.createDirectories(folder.resolve("given"));
        Files.writeString(given.resolve("good.csv"), "indicator,period,value\n1.1.1,2020,1\n");
        Files.createSymbolicLink(given.resolve("link.csv"), secret);
        DatabaseLocation database = TestDatabase.create();
        AccessDatabase.prepare(
                database,
                AccessDatabase.application(database),
                List.of("register", "evidence", "observation", "action", "agreement", "programme", "access"));
        var request = new ImportRequest(ImportRequest.Format.CSV, List.of(given), "office", null, null);
        assertThatThrownBy(() -> Imports.run(database, request, (nr, files, name, rows) -> {}))
                .isInstanceOf(DaryaException.class)
                .hasMessageContaining("leads out of the folder");
        Files.delete(given.resolve("link.csv"));
        Files.createSymbolicLink(given.resolve("inside.csv"), given.resolve("good.csv"));
        assertThat(Imports.run(database, request, (nr, files, name, rows) -> {}).files())
                .as("a link to its own folder")
                .isEqualTo(2);

        Path programme = Files.createDirectories(folder.resolve("programme"));
        for (var file : ProgrammeFolder.read(SMALL).files().entrySet()) {
            Files.createDirectories(programme.resolve(file.getKey()).getParent());
            Files.write(programme.resolve(file.getKey()), file.getValue());
        }
        Files.createSymbolicLink(programme.resolve("other.yaml"), Path.of("/etc/hostname"));
        assertThatThrownBy(() -> ProgrammeFolder.read(programme))
                .isInstanceOf(DaryaException.class)
                .hasMessageContaining("other.yaml leads out of the programme folder");
        Files.delete(programme.resolve("other.yaml"));
        Path link = Files.createSymbolicLink(folder.resolve("by-a-link"), programme);
        assertThat(ProgrammeFolder.read(link).files())
                .hasSameSizeAs(ProgrammeFolder.read(SMALL).files());
    }

    /** Names come from the database, and a backup of somebody else's may say anything. */
    @Test
    void anExportStaysInItsFolder() {
        for (String name : List.of(
                "../outside.yaml",
                "a/../../outside.yaml",
                folder.resolve("outside.yaml").toString())) {
            var files = new TreeMap<String, byte[]>();
            files.put(name, "x".getBytes(StandardCharsets.UTF_8));
            assertThatThrownBy(() -> new ProgrammeFolder(files).write(folder.resolve("export")))
                    .isInstanceOf(DaryaException.class)
                    .hasMessageContaining("leads out of the programme folder");
            assertThat(folder.resolve("outside.yaml")).doesNotExist();
        }
    }

    /** The path as it is, which a client of the library would mend. */
    private static String raw(String path) throws IOException {
        int port = Integer.parseInt(SERVER.getEnvironment().getProperty("local.server.port", ""));
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
