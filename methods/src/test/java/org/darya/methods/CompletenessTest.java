package org.darya.methods;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.darya.methods.registry.Methods;
import org.darya.methods.support.Cases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A method without its card, its data file, its translations, its registry line or its line in the docs fails here. */
class CompletenessTest {
    private static final Path SOURCES = Path.of("src/main/java/org/darya/methods");
    private static final Path CLASSES = Path.of("target/classes");
    private static final Path DOCS = Path.of("../docs/methods.md");
    private static final List<String> HEADINGS = List.of(
            "What it computes",
            "Source",
            "Inputs and units",
            "Parameters and defaults",
            "Behaviour at edges",
            "Published example");

    static List<Method> methods() {
        return Methods.all();
    }

    @Test
    void everyMethodClassHasItsRegistryLine() throws IOException {
        List<String> registered =
                Methods.all().stream().map(m -> m.getClass().getName()).sorted().toList();
        assertThat(methodClasses()).isEqualTo(registered);
    }

    @Test
    void noIdStandsTwice() {
        assertThat(Methods.all()).extracting(m -> m.card().id()).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("methods")
    void theJavadocIsACardWithSixHeadings(Method method) throws IOException {
        Path file = Path.of("src/main/java").resolve(method.getClass().getName().replace('.', '/') + ".java");
        String source = Files.readString(file);
        String javadoc = source.substring(source.indexOf("/**"), source.indexOf("public final class"));
        List<String> found = javadoc.lines()
                .filter(line -> line.contains("<h2>"))
                .map(line -> line.replaceAll(".*<h2>|</h2>.*", ""))
                .toList();
        assertThat(found).isEqualTo(HEADINGS);
        for (String section : javadoc.split("</h2>", -1)) {
            assertThat(section.replaceAll("[\\s*/<>h2]", "")).isNotBlank();
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void theEnglishWordsAreThoseOfTheJavadoc(Method method) throws IOException {
        ResourceBundle words = ResourceBundle.getBundle(Card.BUNDLE, Locale.ENGLISH);
        String id = method.card().id();
        assertThat(words.getString(id + ".edges")).isEqualTo(section(method, "Behaviour at edges"));
        assertThat(words.getString(id + ".example")).isEqualTo(section(method, "Published example"));
    }

    private static String section(Method method, String heading) throws IOException {
        String after = javadoc(method).split("<h2>" + heading + "</h2>", -1)[1];
        return after.split("<h2>|\\*/", -1)[0]
                .replaceAll("\\R\\s*\\* ?", " ")
                .replaceAll("\\{@code\\s+([^}]*)}", "$1")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String javadoc(Method method) throws IOException {
        Path file = Path.of("src/main/java").resolve(method.getClass().getName().replace('.', '/') + ".java");
        String source = Files.readString(file);
        return source.substring(source.indexOf("/**"), source.indexOf("public final class"));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void theCardIsWhole(Method method) {
        Card card = method.card();
        assertThat(card.id()).matches("[a-z0-9]+(-[a-z0-9]+)*");
        assertThat(card.version()).isPositive();
        assertThat(card.sources()).isNotEmpty().allSatisfy(source -> {
            assertThat(source.title()).isNotBlank();
            assertThat(source.place()).isNotBlank();
        });
        assertThat(card.inputs()).isNotEmpty().extracting(Input::name).doesNotHaveDuplicates();
        assertThat(card.outputs()).isNotEmpty().extracting(Output::name).doesNotHaveDuplicates();
        assertThat(card.parameters()).allSatisfy(p -> assertThat(p.source()).isNotBlank());
        for (Parameter<?> parameter : card.parameters()) {
            if (parameter instanceof Parameter.Real real && real.standard() != null) {
                assertThat(real.range().contains(real.standard()))
                        .as(real.name())
                        .isTrue();
            }
            if (parameter instanceof Parameter.Choice choice) {
                assertThat(choice.options()).contains(choice.standard());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void theDataFileHasItsProvenance(Method method) throws IOException {
        Path folder = Cases.ROOT.resolve(method.card().id());
        JsonNode cases = Cases.read(folder.resolve("cases.json"));
        assertThat(cases.get("method").asString()).isEqualTo(method.card().id());
        assertThat(cases.get("cases").size()).isPositive();
        JsonNode files = Cases.read(folder.resolve("provenance.json")).get("files");
        TreeSet<String> named = new TreeSet<>();
        files.forEach(file -> {
            String name = file.get("file").asString();
            named.add(name);
            assertThat(file.get("source").asString()).isNotBlank();
            assertThat(file.get("licence").asString()).isNotBlank();
            assertThat(file.get("tolerance").asDouble()).isPositive();
            assertThat(Cases.sha256(folder.resolve(name)))
                    .as("checksum of %s", folder.resolve(name))
                    .isEqualTo(file.get("sha256").asString());
        });
        try (Stream<Path> present = Files.list(folder)) {
            assertThat(present.map(p -> p.getFileName().toString()).filter(n -> !n.equals("provenance.json")))
                    .containsExactlyInAnyOrderElementsOf(named);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ru", "kk"})
    void everyWordIsTranslated(String language) {
        ResourceBundle bundle = ResourceBundle.getBundle(Card.BUNDLE, Locale.of(language));
        assertThat(bundle.getLocale().getLanguage()).isEqualTo(language);
        TreeSet<String> needed = new TreeSet<>();
        for (Method method : Methods.all()) {
            needed.add(method.card().id() + ".title");
            needed.add(method.card().id() + ".description");
            needed.add(method.card().id() + ".edges");
            needed.add(method.card().id() + ".example");
            method.card().inputs().forEach(i -> needed.add("input." + i.name()));
            method.card().outputs().forEach(o -> needed.add("output." + o.name()));
            method.card().parameters().forEach(p -> needed.add("parameter." + p.name()));
        }
        Stream.of(Reason.Why.values()).forEach(why -> needed.add(why.key()));
        Stream.of(Status.values()).forEach(status -> needed.add("status." + status.code()));
        Stream.of(Direction.values())
                .forEach(d -> needed.add(
                        "direction." + d.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        Stream.of("european-aqi:6", "progress-to-target:5", "pace-to-target:4")
                .map(s -> s.split(":", -1))
                .forEach(s -> {
                    for (int i = 1; i <= Integer.parseInt(s[1]); i++) {
                        needed.add(s[0] + ".class." + i);
                    }
                });
        assertThat(new TreeSet<>(bundle.keySet())).isEqualTo(needed);
        assertThat(bundle.keySet())
                .allSatisfy(key -> assertThat(bundle.getString(key))
                        .as(key)
                        .isNotBlank()
                        .isEqualTo(bundle.getString(key).strip()));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void theDocumentationNamesTheMethod(Method method) throws IOException {
        assertThat(Files.readString(DOCS)).contains("| `" + method.card().id() + "` |");
    }

    @Test
    void themesKnowTheContractAndNotEachOther() throws IOException {
        List<String> faults = new ArrayList<>();
        try (Stream<Path> files = Files.walk(SOURCES, 2)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                String theme = SOURCES.relativize(file).getName(0).toString();
                if (theme.equals("registry")) {
                    continue;
                }
                for (String line : Files.readAllLines(file)) {
                    boolean foreign = line.matches("import org\\.darya\\.methods\\.[a-z]+\\..*")
                            && !line.startsWith("import org.darya.methods." + theme + ".");
                    if (foreign || line.matches("import java\\.(io|nio|net|sql)\\..*")) {
                        faults.add(file.getFileName() + ": " + line);
                    }
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    private static List<String> methodClasses() throws IOException {
        try (Stream<Path> files = Files.walk(CLASSES)) {
            return files.map(file -> CLASSES.relativize(file).toString())
                    .filter(name -> name.endsWith(".class") && !name.contains("-info"))
                    .map(name -> name.substring(0, name.length() - 6).replace('/', '.'))
                    .filter(CompletenessTest::isMethod)
                    .sorted()
                    .toList();
        }
    }

    private static boolean isMethod(String name) {
        try {
            Class<?> type = Class.forName(name, false, CompletenessTest.class.getClassLoader());
            return Method.class.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
