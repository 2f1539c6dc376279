package org.darya.portal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.darya.TestServer;
import org.darya.platform.Language;
import org.darya.register.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every text of the pages is there in every language, and none is there for nothing. */
class MessagesTest {
    private static final Messages RU = Messages.in(Language.RU);
    private static final Messages KK = Messages.in(Language.KK);
    private static final Messages EN = Messages.in(Language.EN);
    private static final Pattern ASKED = Pattern.compile("(?:\\bt|text|get|find)\\(\\s*\"([a-z][a-zA-Z0-9.-]*)\"");
    private static final Pattern QUOTED = Pattern.compile("\"([a-z][a-zA-Z0-9-]*(?:\\.[a-zA-Z0-9{}%/*^-]+)+)\"");

    @Test
    void everyLanguageHasTheSameKeys() {
        assertThat(KK.keys()).isEqualTo(RU.keys());
        assertThat(EN.keys()).isEqualTo(RU.keys());
        assertThat(RU.keys()).allSatisfy(key -> {
            for (Messages messages : List.of(RU, KK, EN)) {
                assertThat(messages.get(key)).as(key).isNotBlank();
            }
        });
    }

    @Test
    void everyLanguageFillsTheSamePlaces() {
        assertThat(RU.keys()).allSatisfy(key -> {
            assertThat(places(KK.get(key))).as(key).isEqualTo(places(RU.get(key)));
            assertThat(places(EN.get(key))).as(key).isEqualTo(places(RU.get(key)));
        });
    }

    @Test
    void noLanguageBorrowsTheLettersOfAnother() {
        for (String key : RU.keys()) {
            assertThat(EN.get(key)).as(key).doesNotContainPattern("\\p{IsCyrillic}");
            String russian = RU.get(key);
            // a sentence that is the same in Russian and in Kazakh was not translated
            if (russian.split("\\s+").length > 3 && russian.codePoints().anyMatch(Character::isLetter)) {
                assertThat(KK.get(key)).as(key).isNotEqualTo(russian);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"RU", "KK", "EN"})
    void everyConstantHasALabel(Language language) {
        Labels.PREFIXES.keySet().forEach(type -> {
            for (Enum<?> constant : type.getEnumConstants()) {
                assertThat(Messages.in(language).get(Labels.key(constant))).isNotBlank();
            }
        });
        for (Kind kind : Kind.values()) {
            assertThat(Messages.in(language).get(Labels.key(kind))).isNotBlank();
        }
    }

    @Test
    void everyKeyThatIsAskedForIsThere() throws IOException {
        Set<String> asked = new TreeSet<>();
        for (String text : sources()) {
            ASKED.matcher(text).results().map(found -> found.group(1)).forEach(asked::add);
        }
        asked.removeIf(key -> key.endsWith("."));
        assertThat(asked).hasSizeGreaterThan(150);
        assertThat(RU.keys()).containsAll(asked);
    }

    @Test
    void noKeyIsThereForNothing() throws IOException {
        Set<String> used = new LinkedHashSet<>();
        StringBuilder prefixes = new StringBuilder();
        for (String text : sources()) {
            ASKED.matcher(text).results().map(found -> found.group(1)).forEach(used::add);
            QUOTED.matcher(text).results().map(found -> found.group(1)).forEach(used::add);
            Pattern.compile("\"([a-z-]+\\.(?:[a-z-]+\\.)?)\"\\s*\\+")
                    .matcher(text)
                    .results()
                    .map(found -> found.group(1))
                    .forEach(prefix -> prefixes.append(prefix).append('\n'));
        }
        Labels.PREFIXES.values().forEach(prefix -> prefixes.append(prefix).append(".\n"));
        List<String> begins = prefixes.append("kind.\n").toString().lines().toList();
        assertThat(RU.keys())
                .allSatisfy(
                        key -> assertThat(used.contains(key) || begins.stream().anyMatch(key::startsWith))
                                .as("nobody asks for " + key)
                                .isTrue());
    }

    /** A unit of the programme that no message names would be shown as a code. */
    @Test
    void everyUnitAndCurrencyOfTheProgrammeIsNamed() throws IOException {
        Set<String> needed = new TreeSet<>();
        try (Stream<Path> files = Files.walk(TestServer.RES2026)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".yaml")).toList()) {
                String text = Files.readString(file);
                Pattern.compile(
                                "\\bunit: (?:'([^']*)'|\"([^\"]*)\"|((?<=^ {4}unit: )\\S+|[^'\",}\\s]+))",
                                Pattern.MULTILINE)
                        .matcher(text)
                        .results()
                        .map(found -> Stream.of(found.group(1), found.group(2), found.group(3))
                                .filter(unit -> unit != null)
                                .findFirst()
                                .orElseThrow())
                        .map(unit -> "unit."
                                + (unit.startsWith("{") && unit.endsWith("/a")
                                        ? unit.substring(0, unit.length() - 2)
                                        : unit))
                        .forEach(needed::add);
                Pattern.compile("currency: ([A-Z]{3})")
                        .matcher(text)
                        .results()
                        .map(found -> "currency." + found.group(1))
                        .forEach(needed::add);
            }
        }
        needed.removeIf(key -> key.equals("unit.1") || key.startsWith("unit.{USD}"));
        assertThat(needed).hasSizeGreaterThan(10);
        assertThat(RU.keys()).containsAll(needed);
    }

    private static List<String> places(String text) {
        return Pattern.compile("\\{\\d}")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .distinct()
                .sorted()
                .toList();
    }

    private static List<String> sources() throws IOException {
        try (Stream<Path> templates = Files.walk(Path.of("src/main/jte"));
                Stream<Path> code = Files.walk(Path.of("src/main/java/org/darya/portal"))) {
            Stream<Path> amounts = Stream.of(Path.of("src/main/java/org/darya/platform/Amounts.java"));
            return Stream.of(templates, code, amounts)
                    .flatMap(files -> files)
                    .filter(Files::isRegularFile)
                    .map(MessagesTest::read)
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
