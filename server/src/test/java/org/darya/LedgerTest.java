package org.darya;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Our own numbers are checked like everybody else's: docs/numbers.yaml says where each comes from. */
class LedgerTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    static List<Map<String, Object>> numbers() throws Exception {
        Map<String, List<Map<String, Object>>> ledger =
                new Yaml().load(Files.readString(ROOT.resolve("docs/numbers.yaml")));
        return ledger.getOrDefault("numbers", List.of());
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void isWhatItsSourceGives(Map<String, Object> entry) throws Exception {
        for (Object file : (List<?>) entry.getOrDefault("in", List.of())) {
            assertThat(text(file.toString()))
                    .as("%s says it", file)
                    .contains(entry.getOrDefault("text", "?").toString());
        }
        if (entry.containsKey("get")) {
            BigDecimal within = new BigDecimal(entry.getOrDefault("within", "0").toString());
            assertThat(recomputed(entry)
                            .abs()
                            .subtract(new BigDecimal(String.valueOf(entry.get("number"))))
                            .abs())
                    .isLessThanOrEqualTo(within);
        } else if (entry.containsKey("count")) {
            assertThat(String.valueOf(files(String.valueOf(entry.get("count"))).size()))
                    .isEqualTo(String.valueOf(entry.get("number")));
        } else {
            assertThat(entry)
                    .containsAnyOf(
                            Map.entry("command", entry.getOrDefault("command", "")),
                            Map.entry("test", entry.getOrDefault("test", "")));
        }
    }

    private static BigDecimal recomputed(Map<String, Object> entry) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            String body = client.send(
                            HttpRequest.newBuilder(URI.create(TestServer.address() + entry.get("get")))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
            JsonNode answer = new JsonMapper().readTree(body);
            Object each = entry.get("each");
            return each == null
                    ? answer.at(String.valueOf(entry.get("at"))).decimalValue()
                    : BigDecimal.valueOf(answer.path("items")
                            .valueStream()
                            .filter(item -> item.has(each.toString()))
                            .count());
        }
    }

    private static List<Path> files(String pattern) throws Exception {
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + ROOT + "/" + pattern);
        try (Stream<Path> all = Files.walk(ROOT.resolve("programmes"))) {
            return all.filter(matcher::matches).toList();
        }
    }

    /** Each number of the README's list of contents stands in the ledger, or in the sentence that ReadmeTest counts. */
    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.ru.md"})
    void noNumberOfTheReadmeComesFromNowhere(String file) throws Exception {
        String known = numbers().stream()
                .filter(entry -> ((List<?>) entry.getOrDefault("in", List.of())).contains(file))
                .map(entry -> String.valueOf(entry.get("text")))
                .collect(Collectors.joining("\n"));
        String list = text(file)
                .lines()
                .dropWhile(line -> !line.startsWith("- **"))
                .takeWhile(line -> !line.startsWith("#"))
                .collect(Collectors.joining("\n"))
                .replaceAll("`[^`]*`|\\([^)]*\\.md\\)|API 1\\.1", "");
        assertThat(Pattern.compile("\\d[\\d.,]*\\d|\\d").matcher(list).results().map(found -> found.group()))
                .isNotEmpty()
                .allSatisfy(number -> assertThat(known).contains(number));
    }

    @Test
    void everyEntryNamesWhereItsNumberComesFrom() throws Exception {
        assertThat(numbers())
                .hasSizeGreaterThan(15)
                .allSatisfy(entry -> assertThat(entry.keySet())
                        .as(entry.toString())
                        .containsAnyOf("get", "count", "command", "test"));
    }

    private static String text(String file) throws Exception {
        return Files.readString(ROOT.resolve(file));
    }
}
