package org.darya.programme.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.darya.TestServer;
import org.darya.register.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A change touches its own characters and no other. */
class RecordFileTest {
    private static final String TEXT = """
            # what people wrote above
            sources:
              - id: first   # odd   spacing
                title:
                  ru: Первый
                  kk: Бірінші   # a word of caution
                  en: "First: one"
                level: B
                url: https://example.org/a

              # a remark between two
              - id: second
                title: {ru: Второй, kk: Екінші, en: Second}
                countries: [KAZ, UZB]  # two
                note:
                  ru: >-
                    Длинный
                    текст
                  kk: Мәтін
                  en: |
                    Long
                    text
                level: A
            # the end
            """;
    private static final List<String> ORDER = Forms.order(Kind.SOURCE);

    private static String with(String id, String key, @Nullable Object value) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put(key, value);
        return new RecordFile(TEXT).with(id, values, ORDER);
    }

    @Test
    void oneWordIsChangedAtItsPlace() {
        assertThat(with("first", "level", "C")).isEqualTo(TEXT.replaceFirst("level: B", "level: C"));
        assertThat(with("first", "title", Map.of("ru", "Первый", "kk", "Жаңа", "en", "First: one")))
                .isEqualTo(TEXT.replace("Бірінші", "Жаңа"));
        assertThat(with("second", "countries", List.of("KAZ", "KGZ")))
                .isEqualTo(TEXT.replace("[KAZ, UZB]", "[KAZ, KGZ]"));
        assertThat(with("second", "title", Map.of("ru", "Другой", "kk", "Екінші", "en", "Second")))
                .contains("Другой")
                .contains("countries: [KAZ, UZB]  # two");
    }

    @Test
    void nothingChangesWhereNothingIsDifferent() {
        var file = new RecordFile(TEXT);
        for (String id : file.ids()) {
            assertThat(file.with(id, new LinkedHashMap<>(file.values(id)), ORDER))
                    .isEqualTo(TEXT);
        }
    }

    @Test
    void aFieldComesAndGoes() {
        String more = with("first", "language", "ru");
        assertThat(more).isEqualTo(TEXT.replace("level: B\n", "level: B\n    language: ru\n"));
        assertThat(with("first", "url", null)).isEqualTo(TEXT.replace("    url: https://example.org/a\n", ""));
        assertThat(new RecordFile(more).with("first", nothing("language"), ORDER))
                .isEqualTo(TEXT);
    }

    private static Map<String, @Nullable Object> nothing(String key) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put(key, null);
        return values;
    }

    @Test
    void recordsComeMoveAndGo() {
        var file = new RecordFile(TEXT);
        String added = file.add("third", "id: third\nlevel: C");
        assertThat(added).isEqualTo(TEXT.replace("    level: A\n", "    level: A\n  - id: third\n    level: C\n"));
        assertThat(new RecordFile(added).without("third")).isEqualTo(TEXT);
        assertThat(file.replace("second", file.record("second"))).isEqualTo(TEXT);
        assertThat(new RecordFile(RecordFile.begin("sources", file.record("first"))).values("first"))
                .isEqualTo(file.values("first"));
        assertThat(new RecordFile(RecordFile.begin("sources", "id: only")).without("only"))
                .isNull();
    }

    /** Whatever is typed is read back as it was typed, and nothing else moves. */
    @Property(tries = 300)
    void anyTextIsReadBack(@ForAll("texts") String text) throws Exception {
        String changed = with("first", "cites", text);
        var after = new RecordFile(changed);
        assertThat(after.values("first")).containsEntry("cites", text);
        assertThat(after.record("second")).isEqualTo(new RecordFile(TEXT).record("second"));
        assertThat(after.with("first", nothing("cites"), ORDER)).isEqualTo(TEXT);
        String list = with("second", "countries", List.of(text.replace('\n', ' '), "x"));
        assertThat(new RecordFile(list).values("second"))
                .containsEntry("countries", List.of(text.replace('\n', ' '), "x"));
        String map = with("first", "title", Map.of("ru", text, "kk", text, "en", text));
        assertThat(new RecordFile(map).values("first").get("title"))
                .isEqualTo(Map.of("ru", text, "kk", text, "en", text));
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> nasty = Arbitraries.of(
                "yes",
                "null",
                "~",
                "2026-04-22",
                "1.5",
                "- x",
                "a: b",
                "# x",
                "x # y",
                "'",
                "\"",
                "\\",
                "{",
                "[a",
                "&x",
                "*x",
                "!x",
                "%x",
                "@x",
                "`x",
                "|",
                ">",
                "? x",
                ":",
                "a:",
                "Да: нет",
                "<script>",
                "'; drop table",
                "a\nb",
                "---",
                "...",
                "😀 б");
        Arbitrary<String> any = Arbitraries.strings()
                .withChars("abc:#-?'\"\\{}[],&*!|>%@` \n\tбәд€")
                .ofMinLength(1)
                .ofMaxLength(20)
                .map(String::strip)
                .filter(text -> !text.isEmpty());
        return Arbitraries.oneOf(nasty, any);
    }

    /** Every field of every record of the programme that ships, one by one: out, and in again. */
    @Test
    void holdsForTheWholeProgramme() throws IOException {
        int fields = 0;
        try (Stream<Path> paths = Files.walk(TestServer.RES2026)) {
            for (Path path :
                    paths.filter(one -> one.toString().endsWith(".yaml")).toList()) {
                String text = Files.readString(path);
                if (path.endsWith("programme.yaml")) {
                    continue;
                }
                var file = new RecordFile(text);
                assertThat(file.with(
                                file.ids().getFirst(),
                                new LinkedHashMap<>(file.values(file.ids().getFirst())),
                                ORDER))
                        .isEqualTo(text);
                Kind kind = Kind.ofWord(file.kind());
                if (kind == null || !Forms.KINDS.contains(kind)) {
                    continue;
                }
                List<String> ids = new ArrayList<>(file.ids());
                for (String id : ids.subList(0, Math.min(3, ids.size()))) {
                    for (String key : file.values(id).keySet()) {
                        String raw = file.raw(id, key);
                        if (key.equals("id") || raw == null) {
                            continue;
                        }
                        assertThat(file.with(id, Map.of(key, new YamlValue.Raw(raw)), ORDER))
                                .isEqualTo(text);
                        String out = file.with(id, nothing(key), Forms.order(kind));
                        String in =
                                new RecordFile(out).with(id, Map.of(key, new YamlValue.Raw(raw)), Forms.order(kind));
                        assertThat(new RecordFile(in).values(id)).isEqualTo(file.values(id));
                        fields++;
                    }
                    assertThat(file.replace(id, file.record(id))).isEqualTo(text);
                }
            }
        }
        assertThat(fields).isGreaterThan(200);
    }
}
