package org.darya.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.darya.evidence.ImportRequest.Format;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The whole files of three statistical offices against counts made without Darya (official-rows.csv). The files do not
 * ship with Darya: where the folder is absent the tests say so and are skipped.
 */
class ImportOfficialFilesTest {
    private static final Path DATA = data();

    private final EvidenceStore store = new EvidenceStore();

    private record Expected(long rows, double sum) {}

    private static Path data() {
        String elsewhere = System.getenv("DARYA_OFFICIAL_SERIES");
        return elsewhere == null ? Path.of("../../shared/data/indicators/0-sdg") : Path.of(elsewhere);
    }

    @BeforeAll
    static void needsTheFiles() {
        assumeTrue(
                Files.isDirectory(DATA),
                "SKIPPED: the files of the statistical offices are not at " + DATA
                        + "; point DARYA_OFFICIAL_SERIES at the folder that holds kgz-official, tjk-official, kaz-official");
    }

    @Test
    void kyrgyzOffice() throws Exception {
        ImportSummary summary = take(Format.SDMX, "KGZ", "kgz-official");
        assertThat(summary)
                .extracting(
                        ImportSummary::files,
                        ImportSummary::series,
                        ImportSummary::added,
                        ImportSummary::rejected,
                        ImportSummary::unread)
                .containsExactly(195, 2574L, 26523L, 0L, 0);
        assertThat(statuses())
                .isEqualTo(Map.of("observed", 26500L, "estimated", 4L, "imputed", 7L, "not-reported", 12L));
        Series poverty = store.evidence.series("KGZ", "1.1.1", 100, 0).stream()
                .filter(series -> "KG".equals(series.dimensions().get("REF_AREA")))
                .filter(series -> "_T".equals(series.dimensions().get("URBANISATION")))
                .findFirst()
                .orElseThrow();
        assertThat(poverty.titles()).containsKeys("en", "ru");
        assertThat(store.evidence.values(poverty.id()).getFirst().value()).isEqualByComparingTo("0.13");
    }

    @Test
    void tajikOffice() throws Exception {
        ImportSummary summary = take(Format.SDMX, "TJK", "tjk-official");
        assertThat(summary)
                .extracting(ImportSummary::files, ImportSummary::series, ImportSummary::added, ImportSummary::rejected)
                .containsExactly(1, 60L, 187L, 1L);
        assertThat(store.rejected(summary)).singleElement().satisfies(row -> {
            assertThat(row.line()).isEqualTo(1614);
            assertThat(row.reason()).isEqualTo("\"211\u00a0\" is not a number.");
        });
    }

    @Test
    void kazakhOffice() throws Exception {
        ImportSummary summary = take(Format.OPENSDG, "KAZ", "kaz-official");
        assertThat(summary)
                .extracting(
                        ImportSummary::files,
                        ImportSummary::series,
                        ImportSummary::added,
                        ImportSummary::rejected,
                        ImportSummary::unread)
                .containsExactly(273, 5591L, 45314L, 271L, 0);
        Series unemployment = store.evidence.series("KAZ", "8.5.2", 1000, 0).stream()
                .filter(series -> series.dimensions().isEmpty())
                .findFirst()
                .orElseThrow();
        assertThat(unemployment.titles()).containsOnlyKeys("ru", "kk", "en");
        assertThat(store.evidence.values(unemployment.id()).getFirst().value()).isEqualByComparingTo("5.8");
    }

    /** Imports, compares every file with what was counted, imports again and finds nothing new. */
    private ImportSummary take(Format format, String office, String folder) throws Exception {
        ImportSummary summary = store.take(format, office, DATA.resolve(folder));
        Map<String, Expected> expected = expected(office);
        Map<String, Expected> found = found();
        assertThat(found.keySet()).isEqualTo(expected.keySet());
        found.forEach((file, got) -> {
            Expected wanted = Objects.requireNonNull(expected.get(file));
            assertThat(got.rows()).as(file).isEqualTo(wanted.rows());
            if (!rejectedIn(file)) {
                assertThat(got.sum())
                        .as(file)
                        .isCloseTo(wanted.sum(), within(1e-6 * Math.max(1, Math.abs(wanted.sum()))));
            }
        });
        ImportSummary again = store.take(format, office, DATA.resolve(folder));
        assertThat(again)
                .extracting(
                        ImportSummary::added, ImportSummary::changed, ImportSummary::unchanged, ImportSummary::rejected)
                .containsExactly(0L, 0L, summary.added(), summary.rejected());
        return summary;
    }

    private static Map<String, Expected> expected(String office) throws Exception {
        Map<String, Expected> all = new TreeMap<>();
        try (var parser = CSVParser.parse(
                EvidenceStore.FILES.resolve("official-rows.csv"),
                StandardCharsets.UTF_8,
                CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get())) {
            parser.stream()
                    .filter(row -> row.get("office").equals(office))
                    .forEach(row -> all.put(
                            row.get("file"),
                            new Expected(Long.parseLong(row.get("rows")), Double.parseDouble(row.get("sum")))));
        }
        return all;
    }

    private Map<String, Expected> found() {
        Map<String, Expected> all = new TreeMap<>();
        store.jdbc.sql("""
                        select f.path, coalesce(sum(v.value), 0),
                            count(v.line) + (select count(*) from evidence.rejected r where r.import = 1 and r.file = f.nr)
                        from evidence.import_file f
                        left join evidence.value v on (v.import, v.file) = (f.import, f.nr)
                        where f.import = 1 and not f.companion group by f.nr, f.path""").query(row -> {
            all.put(row.getString(1), new Expected(row.getLong(3), row.getDouble(2)));
        });
        return all;
    }

    private boolean rejectedIn(String file) {
        return store.jdbc.sql("""
                        select exists (select from evidence.rejected r join evidence.import_file f
                            on (f.import, f.nr) = (r.import, r.file) where f.path = :file)""").param("file", file).query(Boolean.class).single();
    }

    private Map<String, Long> statuses() {
        Map<String, Long> all = new TreeMap<>();
        store.jdbc
                .sql("select status, count(*) from evidence.value group by status")
                .query(row -> {
                    all.put(row.getString(1), row.getLong(2));
                });
        return all;
    }
}
