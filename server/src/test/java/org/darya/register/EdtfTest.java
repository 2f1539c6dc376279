package org.darya.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates as exact as they are known (ISO 8601-2:2019, level 0 and open intervals of level 1). */
class EdtfTest {
    @ParameterizedTest
    @CsvSource({
        "2026, 2026-01-01, 2026-12-31",
        "2024-02, 2024-02-01, 2024-02-29",
        "2025-02, 2025-02-01, 2025-02-28",
        "2026-04-22, 2026-04-22, 2026-04-22",
        "2026-04-22/2026-04-24, 2026-04-22, 2026-04-24",
        "2021/2027, 2021-01-01, 2027-12-31",
        "2025-12/2026, 2025-12-01, 2026-12-31"
    })
    void coversItsDays(String text, LocalDate first, LocalDate last) {
        assertThat(new Edtf(text).first()).isEqualTo(first);
        assertThat(new Edtf(text).last()).isEqualTo(last);
    }

    @ParameterizedTest
    @CsvSource({"2025/.., 2025-01-01", "2025-06-19/.., 2025-06-19"})
    void mayHaveNoEnd(String text, LocalDate first) {
        assertThat(new Edtf(text).first()).isEqualTo(first);
        assertThat(new Edtf(text).to()).isNull();
        assertThat(new Edtf(text).last()).isEqualTo(LocalDate.MAX);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "26",
                "2026-13",
                "2026-02-30",
                "22.04.2026",
                "2026/2025",
                "../..",
                "2026/2027/2028",
                "2026-4",
                "/"
            })
    void refusesWhatIsNoDate(String text) {
        assertThatThrownBy(() -> new Edtf(text)).isInstanceOf(DateTimeException.class);
    }
}
