package org.darya.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.darya.TestServer;
import org.darya.platform.DaryaException;
import org.darya.platform.TestDatabase;
import org.darya.register.Filter;
import org.darya.register.Register;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** Folder, database, folder: the same bytes; a faulty folder changes nothing. */
class ProgrammesTest {
    private static final Path SMALL = Path.of("src/test/resources/programmes/small");
    private static final ConfigurableApplicationContext SERVER = TestServer.start(TestDatabase.create(), SMALL);

    private final Programmes programmes = SERVER.getBean(Programmes.class);
    private final Register register = SERVER.getBean(Register.class);

    @TempDir
    Path folder;

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @BeforeEach
    void loadTheSmallOne() {
        programmes.load(ProgrammeFolder.read(SMALL), "small");
    }

    @Test
    void givesTheFolderBackByteForByte() throws Exception {
        for (Path original : new Path[] {SMALL, TestServer.RES2026}) {
            assertThat(programmes.load(ProgrammeFolder.read(original), "x")).isInstanceOf(Reading.Sound.class);
            Path written = folder.resolve(original.getFileName());
            programmes.export().write(written);
            try (Stream<Path> files = Files.walk(original)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    assertThat(written.resolve(original.relativize(file))).hasSameBinaryContentAs(file);
                }
            }
            assertThat(count(written)).isEqualTo(count(original));
        }
    }

    @Test
    void aFaultyFolderNeverReplacesAGoodOne() {
        Reading reading = programmes.load(ProgrammeFolder.read(SMALL.resolveSibling("faulty")), "faulty");
        assertThat(reading).isInstanceOf(Reading.Faulty.class);
        assertThat(programmes.loaded()).isEqualTo("small");
        assertThat(register.programme()).isNotNull();
        assertThat(register.sources().list(Filter.ALL)).hasSize(1);
    }

    @Test
    void nothingOfTheFormerProgrammeIsLeft() {
        programmes.load(ProgrammeFolder.read(TestServer.RES2026), "large");
        programmes.load(ProgrammeFolder.read(SMALL), "small");
        assertThat(register.sources().count(Filter.ALL)).isEqualTo(1);
        assertThat(register.themes().count(Filter.ALL)).isZero();
        assertThat(programmes.export().files().keySet())
                .containsExactly(
                        "base.yml", "documents.yaml", "map.geojson", "meetings.yaml", "programme.yaml", "sources.yaml");
    }

    @Test
    void twoLoadingsAtOnceGiveOneOfTheTwo() {
        var large =
                CompletableFuture.runAsync(() -> programmes.load(ProgrammeFolder.read(TestServer.RES2026), "large"));
        var small = CompletableFuture.runAsync(() -> programmes.load(ProgrammeFolder.read(SMALL), "small"));
        CompletableFuture.allOf(large, small).join();
        int sources = register.sources().count(Filter.ALL);
        assertThat(sources).isEqualTo("small".equals(programmes.loaded()) ? 1 : 170);
    }

    @Test
    void neverWritesOverAFolderThatHoldsSomething() throws Exception {
        Files.writeString(folder.resolve("mine.txt"), "mine");
        assertThatThrownBy(() -> programmes.export().write(folder))
                .isInstanceOf(DaryaException.class)
                .hasMessageContaining("is not empty");
        assertThat(folder.resolve("mine.txt")).hasContent("mine");
    }

    private static long count(Path root) throws Exception {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).count();
        }
    }
}
