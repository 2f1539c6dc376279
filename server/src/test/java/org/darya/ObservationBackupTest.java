package org.darya;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.darya.platform.Backup;
import org.darya.platform.DatabaseLocation;
import org.darya.platform.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup holds the parts of the table of observations and the counter of ids, which are in no table. */
class ObservationBackupTest {
    @TempDir
    Path folder;

    @Test
    void observationsComeBackAndNewOnesGetNewIds() throws SQLException {
        Path file = folder.resolve("backup.zip");
        long last;
        try (var server = new StaServer(Map.of())) {
            long stream = server.station("Kept", 70, 50, "{}");
            server.create(
                    "Datastreams(" + stream + ")/Observations", "{'phenomenonTime':'1955-01-01T00:00:00Z','result':1}");
            last = server.create(
                    "Datastreams(" + stream + ")/Observations", "{'phenomenonTime':'2024-01-01T00:00:00Z','result':2}");
            Backup.write(server.database, Serve.ROOMS, file);
        }
        DatabaseLocation restored = TestDatabase.create();
        Backup.read(restored, Serve.ROOMS, file);
        try (var connection = restored.dataSource().getConnection();
                var statement = connection.createStatement()) {
            try (var row = statement.executeQuery("select count(*), sum(result) from observation.observation")) {
                row.next();
                assertThat(row.getLong(1)).isEqualTo(2);
                assertThat(row.getDouble(2)).isEqualTo(3);
            }
            try (var row = statement.executeQuery("select nextval('observation.observation_id')")) {
                row.next();
                assertThat(row.getLong(1)).isGreaterThan(last);
            }
        }
    }
}
