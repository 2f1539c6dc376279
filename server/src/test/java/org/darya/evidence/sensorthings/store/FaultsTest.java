package org.darya.evidence.sensorthings.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.darya.evidence.sensorthings.StaProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a database refuses reaches the client in words and with a status of its own; the states are those of PostgreSQL. */
class FaultsTest {
    @ParameterizedTest
    @CsvSource({"22003, 400", "23503, 400", "23505, 409", "54001, 400", "57014, 413", "0A000, 501"})
    void aRefusalOfTheDatabaseIsNoFaultOfTheServer(String state, int status) {
        RuntimeException told = Faults.told(new SQLException("ERROR: said so\n  Detail: and why", state));
        assertThat(told).isInstanceOfSatisfying(StaProblem.class, problem -> {
            assertThat(problem.status()).isEqualTo(status);
            assertThat(problem.maybe()).startsWith("Maybe ");
        });
    }

    @Test
    void anythingElseStaysWhatItIs() {
        var broken = new SQLException("the connection was lost", "08006");
        assertThat(Faults.told(broken)).isNotInstanceOf(StaProblem.class).hasCause(broken);
    }
}
