package org.darya.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.darya.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Our own numbers are checked like everybody else's: docs/numbers.yaml says where each comes from. */
class LedgerTest {
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");
    private static final JsonMapper JSON = new JsonMapper();

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> ledger(String part) throws Exception {
        Map<String, Object> whole = new Yaml().load(Files.readString(Document.ROOT.resolve("docs/numbers.yaml")));
        return (List<Map<String, Object>>) whole.get(part);
    }

    static List<Map<String, Object>> numbers() throws Exception {
        return ledger("numbers");
    }

    static List<Map<String, Object>> tables() throws Exception {
        return ledger("tables");
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void isWhatItsSourceGives(Map<String, Object> entry) throws Exception {
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
            comesFromSomethingThatIsThere(entry);
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void isATableOfWhatItsSourceGives(Map<String, Object> entry) throws Exception {
        if (entry.containsKey("cases")) {
            numbersOfMethodsStandInTheirCases(entry);
        } else if (entry.containsKey("provenance")) {
            datasetsAreAsLargeAsTheySay(entry);
        } else {
            comesFromSomethingThatIsThere(entry);
        }
    }

    /** No page of ours may hold a number that neither the ledger nor its list of rules and limits accounts for. */
    @Test
    void noNumberComesFromNowhere() throws Exception {
        Map<String, Document> pages = new TreeMap<>();
        for (String file : Document.all()) pages.put(file, new Document(file));
        List<String> wrong = new ArrayList<>();
        for (String part : List.of("numbers", "tables", "said")) {
            for (Map<String, Object> entry : ledger(part)) {
                for (Object file : list(entry.get("in"))) {
                    Document page = pages.get(String.valueOf(file));
                    if (page == null) {
                        wrong.add("No such page: " + file);
                        continue;
                    }
                    for (Object text : list(entry.get("text"))) {
                        if (!page.account(text.toString())) wrong.add("%s does not say: %s".formatted(file, text));
                    }
                    for (Object table : list(entry.get("table"))) {
                        if (!page.table(table.toString())) wrong.add("%s has no table %s".formatted(file, table));
                    }
                    for (Object column : list(entry.get("column"))) {
                        if (page.column(column.toString()).isEmpty()) {
                            wrong.add("%s has no column %s".formatted(file, column));
                        }
                    }
                }
            }
        }
        pages.values().forEach(page -> wrong.addAll(page.unaccounted()));
        assertThat(wrong).as("docs/numbers.yaml against the pages").isEmpty();
    }

    /** A phrase of one number could be found anywhere; what is listed must be a phrase. */
    @Test
    void everyPhraseIsMoreThanItsNumber() throws Exception {
        assertThat(numbers())
                .allSatisfy(entry -> assertThat(list(entry.get("text")))
                        .isNotEmpty()
                        .allSatisfy(text -> assertThat(text.toString()).containsPattern("\\p{L}{2}|%|°")));
    }

    private static void numbersOfMethodsStandInTheirCases(Map<String, Object> entry) throws Exception {
        Set<String> listed = new HashSet<>();
        for (Map<String, Object> number : numbers()) {
            if (list(number.get("in")).contains(entry.get("in"))) {
                list(number.get("text")).forEach(text -> listed.add(text.toString()));
            }
        }
        Map<String, String> cells = new Document(entry.get("in").toString())
                .column(entry.get("column").toString());
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, String> row : cells.entrySet()) {
            Path folder = Document.ROOT.resolve(entry.get("cases").toString()).resolve(row.getKey());
            Set<BigDecimal> known = numbersIn(folder);
            String cell = row.getValue();
            for (String phrase : listed) cell = cell.replace(phrase, "");
            cell = Document.withoutNames(cell).replaceAll("(?<=\\d)[ \\u00a0\\u202f](?=\\d{3}(?!\\d))", "");
            NUMBER.matcher(cell)
                    .results()
                    .map(found -> found.group())
                    .filter(number -> !holds(known, new BigDecimal(number)))
                    .forEach(number -> wrong.add(row.getKey() + ": " + number));
        }
        assertThat(cells).hasSizeGreaterThan(40);
        assertThat(wrong).isEmpty();
    }

    private static boolean holds(Set<BigDecimal> known, BigDecimal number) {
        return known.stream()
                .anyMatch(one -> one.setScale(number.scale(), RoundingMode.HALF_UP)
                                        .compareTo(number)
                                == 0
                        || one.setScale(number.scale(), RoundingMode.DOWN).compareTo(number) == 0);
    }

    private static Set<BigDecimal> numbersIn(Path folder) throws Exception {
        Set<BigDecimal> known = new HashSet<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                NUMBER.matcher(Files.readString(file))
                        .results()
                        .forEach(found -> known.add(new BigDecimal(found.group())));
            }
        }
        return known;
    }

    private static void datasetsAreAsLargeAsTheySay(Map<String, Object> entry) throws Exception {
        Document page = new Document(entry.get("in").toString());
        Map<String, String> rows = page.column("rows");
        Map<String, String> years = page.column("years");
        Path evidence = Document.ROOT.resolve(entry.get("provenance").toString());
        try (Stream<Path> folders = Files.list(evidence)) {
            assertThat(rows.keySet())
                    .containsExactlyInAnyOrderElementsOf(folders.filter(Files::isDirectory)
                            .map(folder -> folder.getFileName().toString())
                            .toList());
        }
        for (String dataset : rows.keySet()) {
            List<String> lines = Files.readAllLines(evidence.resolve(dataset).resolve("values.csv"));
            int period = List.of(lines.getFirst().split(",")).indexOf("period");
            JsonNode provenance =
                    JSON.readTree(Files.readString(evidence.resolve(dataset).resolve("provenance.json")));
            List<String> sorted = lines.stream()
                    .skip(1)
                    .map(line -> line.split(",")[period].substring(0, 4))
                    .sorted()
                    .toList();
            assertThat(rows.get(dataset)).isEqualTo(provenance.path("rows").asString());
            assertThat(years.get(dataset)).as(dataset).isEqualTo(sorted.getFirst() + "–" + sorted.getLast());
        }
    }

    /** A script, a launcher command, a test class or a source that is really there. */
    private static void comesFromSomethingThatIsThere(Map<String, Object> entry) throws Exception {
        if (entry.containsKey("command")) {
            String program = entry.get("command").toString().split(" ")[0];
            assertThat(Document.ROOT.resolve(program)).isExecutable();
        } else if (entry.containsKey("test")) {
            String file = entry.get("test").toString().replace('.', '/') + ".java";
            assertThat(Stream.of("server", "methods", "basin", "hydromet")
                            .map(module -> Document.ROOT.resolve(module + "/src/test/java/" + file))
                            .filter(Files::exists))
                    .as(file)
                    .hasSize(1);
        } else {
            assertThat(entry.getOrDefault("source", "").toString()).isNotBlank();
        }
    }

    private static BigDecimal recomputed(Map<String, Object> entry) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            String body = client.send(
                            HttpRequest.newBuilder(URI.create(TestServer.address() + entry.get("get")))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
            JsonNode answer = JSON.readTree(body);
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
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + Document.ROOT + "/" + pattern);
        try (Stream<Path> all = Files.walk(Document.ROOT.resolve("programmes"))) {
            return all.filter(matcher::matches).toList();
        }
    }

    private static List<?> list(Object value) {
        return value == null ? List.of() : value instanceof List<?> many ? many : List.of(value);
    }
}
