package org.darya.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.darya.evidence.ImportRequest.Format;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold of any files: twice is once, and half is nothing. */
class ImportPropertyTest {
    private static final List<String> CELLS = List.of("1", "2.50", "-3e2", "", "x", "1,5", "NaN", "0");
    private static final List<String> STATUSES = List.of("", "", "observed", "estimated", "not-reported", "perhaps");

    private final EvidenceStore store = new EvidenceStore();

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void importingTwiceIsImportingOnce(long seed) throws Exception {
        var random = new Random(seed);
        int rows = 0;
        for (int i = 0; i < 3; i++) {
            rows += write(folder.resolve(i + ".csv"), random, random.nextInt(200));
        }
        ImportSummary first = store.take(Format.CSV, "X", folder);
        List<String> kept = store.everything();
        ImportSummary second = store.take(Format.CSV, "X", folder);
        assertThat(store.everything()).isEqualTo(kept);
        assertThat(first.added() + first.rejected())
                .as("every row is stored or rejected")
                .isEqualTo(rows);
        assertThat(store.rejected(first)).hasSize((int) first.rejected()).isEqualTo(store.rejected(second));
        assertThat(second)
                .extracting(
                        ImportSummary::added, ImportSummary::changed, ImportSummary::unchanged, ImportSummary::series)
                .containsExactly(0L, 0L, first.added(), first.series());
    }

    @Test
    void anImportThatBreaksOffLeavesNothing() throws Exception {
        for (int i = 0; i < 4; i++) {
            write(folder.resolve(i + ".csv"), new Random(i), 300);
        }
        var request = new ImportRequest(Format.CSV, List.of(folder), "X", null, null);
        assertThatThrownBy(() -> Imports.run(store.database, request, (nr, files, file, rows) -> {
                    if (nr == 4) {
                        throw new IllegalStateException("pulled out");
                    }
                }))
                .hasMessage("pulled out");
        for (String table : List.of("import", "import_file", "original", "series", "value", "rejected")) {
            assertThat(store.count(table)).as(table).isZero();
        }
    }

    private static int write(Path file, Random random, int rows) throws Exception {
        var text = new StringBuilder("indicator,period,value,status,area\n");
        for (int i = 0; i < rows; i++) {
            text.append("1.").append(random.nextInt(3)).append(',');
            text.append(1990 + random.nextInt(30)).append(',');
            String cell = CELLS.get(random.nextInt(CELLS.size()));
            text.append(cell.contains(",") ? '"' + cell + '"' : cell).append(',');
            text.append(STATUSES.get(random.nextInt(STATUSES.size()))).append(',');
            text.append("A").append(random.nextInt(4)).append('\n');
        }
        Files.writeString(file, text);
        return rows;
    }
}
