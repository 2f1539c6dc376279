package org.darya.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.darya.evidence.ImportRequest.Format;
import org.junit.jupiter.api.Test;

/** Every defect is told with its file, its line and advice, and spoils nothing but its own row or file. */
class ImportFaultsTest {
    private final EvidenceStore store = new EvidenceStore();

    private List<String> told(ImportSummary summary) {
        List<RejectedRow> rows = store.rejected(summary);
        assertThat(rows).allSatisfy(row -> assertThat(row.maybe()).startsWith("Maybe "));
        return rows.stream()
                .map(row -> row.toString().lines().findFirst().orElseThrow())
                .toList();
    }

    @Test
    void ofSdmx() {
        ImportSummary summary = store.take(Format.SDMX, "KG", EvidenceStore.FILES.resolve("faulty-sdmx"));
        assertThat(told(summary))
                .containsExactly(
                        "1.1.1.xml:6: \"1,5\" is not a number.",
                        "1.1.1.xml:7: The period is missing.",
                        "1.1.1.xml:8: The status \"Y\" is unknown.",
                        "1.1.1.xml:9: Two rows disagree about 2012: this one says 4, 1.1.1.xml line 10 says 5.",
                        "1.1.1.xml:10: Two rows disagree about 2012: this one says 5, 1.1.1.xml line 9 says 4.",
                        "1.1.1.xml:12: The row repeats 1.1.1.xml line 11: 2013, 6.0.",
                        "1.1.1.xml:13: The status \"O\" says that there is no value, and yet there is one.",
                        "1.1.1.xml:14: The value is a forecast (status F).",
                        "1.1.1.xml:15: The period \"20166\" cannot be read: it is no year, month, day, quarter or week.",
                        "1.1.1.xml:16: The unit multiplier \"many\" is no power of ten.",
                        "1.1.1.xml:17: The period \"2018-Q5\" cannot be read: a year has only 4 of these.",
                        "2-broken-off.xml:10: The XML breaks off or is broken: XML document structures must start and end within the same entity.",
                        "3-windows.xml:5: The XML breaks off or is broken: Invalid byte 2 of 2-byte UTF-8 sequence.",
                        "4-no-sdmx.xml:1: The root element is \"kml\", which is not read here.",
                        "5-zip-of-nothing.xml: The file is a ZIP archive.",
                        "6-empty.xml: The file is empty.",
                        "7-entity.xml:2: The XML breaks off or is broken: found: DTD, expected START_ELEMENT or END_ELEMENT");
        assertThat(summary.unread()).isEqualTo(6);
        assertThat(summary.files()).isEqualTo(7);
        assertThat(summary.rejected()).isEqualTo(11);
        assertThat(summary.added()).isEqualTo(2);
        assertThat(store.evidence.values(store.only("KG", "1.1.1").id()))
                .extracting(value -> value.period().text())
                .containsExactly("2013", "2019");
    }

    @Test
    void ofOpenSdg() {
        ImportSummary summary = store.take(Format.OPENSDG, "KZ", EvidenceStore.FILES.resolve("faulty-opensdg"));
        assertThat(told(summary))
                .containsExactly(
                        "meta/1-1-1.yml:3: This is no YAML: found unexpected end of stream.",
                        "data/indicator_1-1-1.csv:2: The row has 3 cells, the header 4.",
                        "data/indicator_1-1-1.csv:3: Two rows disagree about 2015: this one says 1.5, data/indicator_1-1-1.csv line 4 says 1.6.",
                        "data/indicator_1-1-1.csv:4: Two rows disagree about 2015: this one says 1.6, data/indicator_1-1-1.csv line 3 says 1.5.",
                        "data/indicator_1-1-1.csv:5:1: The period is missing.",
                        "data/indicator_1-1-1.csv:6:4: \"1 234.5\" is not a number.",
                        "data/indicator_1-1-1.csv:7: The row is empty.",
                        "data/indicator_1-1-1.csv:8: The cell 5 holds \"2\", but there is no such column.",
                        "data/indicator_2-1-1.csv:1: The column \"Area\" stands twice.");
        assertThat(summary.unread()).isEqualTo(2);
        assertThat(summary.added()).isEqualTo(1);
    }

    @Test
    void ofPlainCsv() {
        ImportSummary summary = store.take(Format.CSV, "UZ", EvidenceStore.FILES.resolve("faulty-csv"));
        assertThat(told(summary))
                .containsExactly(
                        "quote.csv:3: The CSV is broken in or after this line: (startline 3) EOF reached before encapsulated token finished",
                        "rows.csv:2:3: \"61,5\" is not a number.",
                        "rows.csv:3:2: The period is missing.",
                        "rows.csv:4:4: The status \"guessed\" is unknown.",
                        "rows.csv:5:3: There is neither a value nor a status that says why.",
                        "rows.csv:6:4: The status \"not-reported\" says that there is no value, and yet there is 61.",
                        "rows.csv:7:4: The status \"observed\" needs a value.",
                        "rows.csv:8:1: The indicator is missing.",
                        "rows.csv:9:3: \"NaN\" is not a number.",
                        "rows.csv:10:3: The number \"1e999\" has more than 60 digits.",
                        "rows.csv:11:3: \"two\\nlines\" is not a number.",
                        "semicolon.csv:1: There is no column \"indicator\" among [indicator;period;value].",
                        "windows.csv:3: The file is not written in UTF-8.");
        assertThat(summary.unread()).isEqualTo(3);
        assertThat(summary.added()).isEqualTo(1);
    }
}
