package org.darya.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Days of the periods of SDMX (SDMX 2.1 section 6, 4.2.6 "Reporting time period") and of the calendar. */
class EvidencePeriodTest {
    @ParameterizedTest
    @CsvSource({
        "2015, 2015-01-01, 2015-12-31",
        "2016-02, 2016-02-01, 2016-02-29",
        "2016-02-29, 2016-02-29, 2016-02-29",
        "2015-A1, 2015-01-01, 2015-12-31",
        "2015-S2, 2015-07-01, 2015-12-31",
        "2015-T3, 2015-09-01, 2015-12-31",
        "2015-Q2, 2015-04-01, 2015-06-30",
        "2015-M11, 2015-11-01, 2015-11-30",
        "2015-W01, 2014-12-29, 2015-01-04",
        "2015-W53, 2015-12-28, 2016-01-03",
        "2016-D366, 2016-12-31, 2016-12-31"
    })
    void coversItsDays(String text, String first, String last) {
        Period period = Period.of(text);
        assertThat(period.first()).hasToString(first);
        assertThat(period.last()).hasToString(last);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "15",
                "2015-13",
                "2015-02-30",
                "2015-Q0",
                "2015-Q5",
                "2014-W53",
                "2015-D366",
                "2015/2016",
                "x"
            })
    void refusesOthers(String text) {
        assertThatThrownBy(() -> Period.of(text)).isInstanceOf(DateTimeException.class);
    }
}
