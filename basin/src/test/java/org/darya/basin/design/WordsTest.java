package org.darya.basin.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.darya.basin.BasinException;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** A word of the readable format that nothing reads is refused: a mistyped limit must not be ignored. */
class WordsTest {
    private static final Path SMALL = Path.of("src/test/resources/design/small.yaml");
    /** Names that the writer of a model is free to choose, by where they stand. */
    private static final List<String> FREE = List.of("scenarios", "countries", "organisations");

    @TempDir
    Path folder;

    /** A place in a tree: keys of objects and places in lists. */
    private static void places(Object tree, List<Object> at, List<List<Object>> found) {
        if (tree instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                List<Object> inside = new ArrayList<>(at);
                inside.add(String.valueOf(key));
                if (at.isEmpty() || !FREE.contains(String.valueOf(at.getLast())) || at.size() > 1) {
                    found.add(inside);
                }
                if (!inside.equals(List.of("countries")) && !inside.equals(List.of("organisations"))) {
                    places(value, inside, found);
                }
            });
        } else if (tree instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                List<Object> inside = new ArrayList<>(at);
                inside.add(i);
                places(list.get(i), inside, found);
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static Object renamed(Object tree, List<Object> at) {
        if (tree instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((key, value) -> {
                boolean here = String.valueOf(key).equals(at.getFirst());
                copy.put(
                        here && at.size() == 1 ? key + "x" : String.valueOf(key),
                        here && at.size() > 1 ? renamed(value, at.subList(1, at.size())) : value);
            });
            return copy;
        }
        List<Object> copy = new ArrayList<>((List<Object>) tree);
        copy.set((int) at.getFirst(), renamed(copy.get((int) at.getFirst()), at.subList(1, at.size())));
        return copy;
    }

    @TestFactory
    Stream<DynamicTest> everyWordMisspeltOnceIsRefused() throws IOException {
        Object model = new Yaml().load(Files.readString(SMALL));
        List<List<Object>> places = new ArrayList<>();
        places(model, List.of(), places);
        assertThat(places).hasSizeGreaterThan(60);
        Path folder = Files.createTempDirectory(Path.of("target"), "words");
        return places.stream()
                .map(at -> DynamicTest.dynamicTest(at.toString(), () -> {
                    Path file = Files.writeString(
                            folder.resolve(Objects.hash(at) + ".yaml"), new Yaml().dump(renamed(model, at)));
                    assertThatThrownBy(() -> Readable.read(file))
                            .isInstanceOf(BasinException.class)
                            .hasMessageContaining("Maybe");
                }));
    }

    @Test
    void saysWhichWordWasProbablyMeant() throws IOException {
        String text = Files.readString(SMALL);
        Path file = Files.writeString(folder.resolve("m.yaml"), text.replaceFirst("priority:", "prioritty:"));
        assertThatThrownBy(() -> Readable.read(file))
                .isInstanceOf(BasinException.class)
                .hasMessageContaining("parts[")
                .hasMessageContaining("prioritty")
                .hasMessageContaining("Maybe \"priority\" is meant");
    }

    @Test
    void whatIsForTheReaderMayStand() throws IOException {
        String text = Files.readString(SMALL)
                + "\ncountries: {A: {name: Upper state}}\nnote: made for a test\nsource: nobody\n";
        Path file = Files.writeString(folder.resolve("m.yaml"), text);
        assertThatCode(() -> Readable.read(file)).doesNotThrowAnyException();
    }
}
