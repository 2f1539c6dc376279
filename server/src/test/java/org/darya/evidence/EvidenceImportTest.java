package org.darya.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.darya.evidence.ImportRequest.Format;
import org.darya.platform.DaryaException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What small files of each format become. */
class EvidenceImportTest {
    private final EvidenceStore store = new EvidenceStore();

    @TempDir
    Path folder;

    @Test
    void readsStructureSpecificSdmx() {
        ImportSummary summary = store.take(Format.SDMX, "KG", EvidenceStore.FILES.resolve("sdmx"));
        assertThat(summary)
                .extracting(ImportSummary::files, ImportSummary::series, ImportSummary::added, ImportSummary::rejected)
                .containsExactly(2, 3L, 8L, 0L);
        Series nation = store.evidence.series("KG", "6.4.2", 10, 0).stream()
                .filter(series -> "KG".equals(series.dimensions().get("REF_AREA")))
                .findFirst()
                .orElseThrow();
        assertThat(nation.unit()).isEqualTo("PT");
        assertThat(nation.dimensions()).isEqualTo(Map.of("FREQ", "A", "SERIES", "ER_H2O_STRESS", "REF_AREA", "KG"));
        assertThat(nation.titles())
                .isEqualTo(Map.of("en", "Level of water stress", "ru", "Уровень нагрузки на водные ресурсы"));
        var values = store.evidence.values(nation.id());
        assertThat(values)
                .extracting(value -> value.period().text() + " " + value.value() + " " + value.status())
                .containsExactly(
                        "2018 50.04 OBSERVED",
                        "2019 51 ESTIMATED",
                        "2020 null NOT_REPORTED",
                        "2021 null NOT_APPLICABLE",
                        "2022-Q1 1.5 IMPUTED");
        assertThat(values.get(1).footnote()).isEqualTo("a tab and a \\\\ backslash | made by hand");
        assertThat(values.get(4).amount()).isEqualByComparingTo("1500");
        assertThat(values.get(4).period().last()).hasToString("2022-03-31");
        assertThat(values.get(3).source())
                .extracting(SeriesValue.Source::file, SeriesValue.Source::line)
                .containsExactly("6.4.2.xml", 9L);
    }

    @Test
    void readsGenericSdmx() {
        store.take(Format.SDMX, "TJ", EvidenceStore.FILES.resolve("sdmx/generic.xml"));
        Series series = store.only("TJ", "ER_H2O_STRESS");
        assertThat(series.unit()).isEqualTo("PERCENT");
        assertThat(series.dimensions()).containsEntry("REF_AREA", "TJ");
        assertThat(store.evidence.values(series.id()))
                .extracting(SeriesValue::value)
                .containsExactly(new BigDecimal("61.5"), new BigDecimal("62.5"));
    }

    @Test
    void readsAnOpenSdgFolder() {
        ImportSummary summary = store.take(Format.OPENSDG, "KZ", EvidenceStore.FILES.resolve("opensdg"));
        assertThat(summary)
                .extracting(ImportSummary::files, ImportSummary::series, ImportSummary::added, ImportSummary::rejected)
                .containsExactly(3, 3L, 4L, 0L);
        Series nation = store.evidence.series("KZ", "8.5.2", 10, 0).stream()
                .filter(series -> series.dimensions().isEmpty())
                .findFirst()
                .orElseThrow();
        assertThat(nation.unit()).isEqualTo("PT");
        assertThat(nation.titles())
                .isEqualTo(Map.of("en", "Unemployment rate", "ru", "Уровень безработицы", "kk", "Жұмыссыздық деңгейі"));
        assertThat(store.evidence.values(nation.id()))
                .extracting(value -> value.period().text() + " " + value.value() + " " + value.status())
                .containsExactly("2015 5.1 OBSERVED", "2016 null NOT_REPORTED");
        Series untranslated = store.only("KZ", "10.a.1");
        assertThat(untranslated.unit()).isEqualTo("M_USD");
        assertThat(untranslated.titles()).isEqualTo(Map.of("und", "A title nobody translated"));
        assertThat(store.count("import_file where companion")).isEqualTo(5);
    }

    @Test
    void keepsTheBytesAsTheyCame() throws Exception {
        Path file = EvidenceStore.FILES.resolve("csv/good.csv");
        store.take(Format.CSV, "UZ", file);
        store.take(Format.CSV, "UZ", file);
        assertThat(store.jdbc
                        .sql("select content from evidence.original")
                        .query((row, i) -> row.getBytes(1))
                        .single())
                .isEqualTo(Files.readAllBytes(file));
    }

    @Test
    void aChangedValueKeepsTheFormerOneReadable() {
        ImportSummary first = store.take(Format.CSV, "UZ", EvidenceStore.FILES.resolve("csv/good.csv"));
        ImportSummary second = store.take(Format.CSV, "UZ", EvidenceStore.FILES.resolve("csv/changed.csv"));
        assertThat(second)
                .extracting(ImportSummary::added, ImportSummary::changed, ImportSummary::unchanged)
                .containsExactly(1L, 1L, 2L);
        var values = store.evidence.values(store.only("UZ", "6.4.2").id());
        SeriesValue changed = values.get(1);
        assertThat(changed.value()).isEqualByComparingTo("63");
        assertThat(changed.source().importId()).isEqualTo(second.id());
        assertThat(changed.former()).singleElement().satisfies(former -> {
            assertThat(former.value()).isNull();
            assertThat(former.status()).isEqualTo(ValueStatus.NOT_REPORTED);
            assertThat(former.footnote()).isEqualTo("asked, no answer");
            assertThat(former.source().importId()).isEqualTo(first.id());
            assertThat(former.source().file()).isEqualTo("good.csv");
            assertThat(former.replacedBy()).isEqualTo(second.id());
        });
        assertThat(values.getFirst().source().importId()).isEqualTo(first.id());
        assertThat(values.get(2).amount()).isEqualByComparingTo("0");
    }

    @Test
    void refusesWhatIsNotThere() {
        assertThatThrownBy(() -> store.take(Format.CSV, "UZ", folder.resolve("nothing.csv")))
                .isInstanceOf(DaryaException.class)
                .hasMessageContaining("nothing.csv");
        assertThatThrownBy(() -> store.take(Format.CSV, "UZ", folder))
                .isInstanceOf(DaryaException.class)
                .hasMessageContaining("There is no data file");
        assertThat(store.count("import")).isZero();
        assertThatThrownBy(() -> Imports.summary(store.database, null))
                .isInstanceOf(DaryaException.class)
                .hasMessageContaining("Nothing was imported yet.");
    }
}
