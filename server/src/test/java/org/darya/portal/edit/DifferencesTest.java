package org.darya.portal.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What two people filled in differs where it means something else. */
class DifferencesTest {
    @ParameterizedTest
    @CsvSource({
        "visibility, public, '', false",
        "visibility, public, public, false",
        "visibility, '', '', false",
        "visibility, shared, '', true",
        "visibility, shared, shared, false",
        "visibility, national KAZ, public, true",
        "title.en, public, '', true",
        "title.en, ' A ', A, false",
    })
    void aFormIsComparedWithTheRecord(String name, String mine, String theirs, boolean differs) {
        assertThat(Differences.inputs(Map.of(name, mine), theirs.isEmpty() ? Map.of() : Map.of(name, theirs)))
                .hasSize(differs ? 1 : 0);
    }
}
