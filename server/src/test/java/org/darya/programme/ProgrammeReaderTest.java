package org.darya.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.darya.programme.read.ProgrammeReader;
import org.junit.jupiter.api.Test;

/** A faulty folder is told everything that is wrong with it at once, each problem with its place and advice. */
class ProgrammeReaderTest {
    private static final Path PROGRAMMES = Path.of("src/test/resources/programmes");

    @Test
    void findsEveryProblemOfEveryFile() {
        List<Problem> problems = problems(ProgrammeFolder.read(PROGRAMMES.resolve("faulty")));
        assertThat(problems.stream()
                        .map(problem -> "%s:%d:%d %s"
                                .formatted(problem.file(), problem.line(), problem.column(), problem.message())))
                .containsExactly(
                        "claims.yaml:4:1 This is no YAML: found unexpected end of stream.",
                        "meetings.yaml:2:9 \"Meeting One\" cannot be an id.",
                        "meetings.yaml:3:12 \"title\" has no text in the language \"kk\".",
                        "meetings.yaml:4:12 \"level\" may not be \"D\".",
                        "meetings.yaml:5:15 There is no record \"sorce-one\" among sources.",
                        "meetings.yaml:6:11 \"type\" may not be \"sumit\".",
                        "meetings.yaml:8:12 \"dates\" is no date: \"2026-02-30\""
                                + " (Text '2026-02-30' could not be parsed: Invalid date 'FEBRUARY 30').",
                        "meetings.yaml:9:5 The field \"colour\" is unknown here.",
                        "meetings.yaml:10:5 There is no source.",
                        "meetings.yaml:18:9 A disagreement needs two statements or more, here there are 1.",
                        "projects.yaml:2:9 \"project-one\" is part of itself by way of others.",
                        "projects.yaml:11:32 \"amount\" is not a number: \"1,5\".",
                        "projects.yaml:11:49 \"UDS\" is no currency code.",
                        "projects.yaml:12:9 \"project-two\" is part of itself by way of others.",
                        "projects.yaml:21:82 The range 5 to 3 does not go upwards.",
                        "projects.yaml:21:91 \"мВт\" is no UCUM unit.",
                        "sources.yaml:14:10 \"javascript:alert(1)\" is no address of a page.",
                        "themes.yaml:1:9 Anchors are not used here: &all.",
                        "themes.yaml:3:5 The field \"id\" stands twice.",
                        "themes.yaml:7:13 \"number\" is not a number: \"one\".",
                        "windows.yaml:2:9 The file is not written in UTF-8.",
                        "wrong-kind.yaml:1:1 \"meeting\" is no kind of record.");
        assertThat(problems).allSatisfy(problem -> assertThat(problem.maybe()).startsWith("Maybe"));
    }

    @Test
    void suggestsTheWordThatWasMeant() {
        List<Problem> problems = problems(ProgrammeFolder.read(PROGRAMMES.resolve("faulty")));
        assertThat(problems)
                .extracting(Problem::maybe)
                .contains(
                        "Maybe \"source-one\" is meant.", "Maybe \"summit\" is meant.", "Maybe \"meetings\" is meant.");
    }

    @Test
    void refusesALevelBetterThanEverySource() {
        var files =
                new TreeMap<>(ProgrammeFolder.read(PROGRAMMES.resolve("small")).files());
        files.computeIfPresent(
                "sources.yaml",
                (name, bytes) -> text(bytes).replace("level: A", "level: C").getBytes(StandardCharsets.UTF_8));
        assertThat(problems(new ProgrammeFolder(files)))
                .isNotEmpty()
                .allSatisfy(problem ->
                        assertThat(problem.message()).contains("is of level A, but its best source is of level C"));
    }

    @Test
    void asksForTheMainFile() {
        assertThat(problems(new ProgrammeFolder(new TreeMap<>())))
                .singleElement()
                .extracting(Problem::message)
                .isEqualTo("The file is missing.");
    }

    @Test
    void readsASoundFolder() {
        assertThat(ProgrammeReader.read(ProgrammeFolder.read(PROGRAMMES.resolve("small"))))
                .isInstanceOf(Reading.Sound.class);
    }

    private static List<Problem> problems(ProgrammeFolder folder) {
        return switch (ProgrammeReader.read(folder)) {
            case Reading.Faulty faulty -> faulty.problems();
            case Reading.Sound sound -> List.of();
        };
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
