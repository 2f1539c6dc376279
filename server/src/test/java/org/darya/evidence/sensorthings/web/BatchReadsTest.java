package org.darya.evidence.sensorthings.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.darya.TestServer;
import org.darya.evidence.sensorthings.Rights;
import org.darya.platform.DatabaseLocation;
import org.darya.platform.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Within a batch that is done whole or not at all the database hides what it hides elsewhere, whatever our code asks for. */
class BatchReadsTest {
    private static final DatabaseLocation DATABASE = TestDatabase.create();
    private static final ConfigurableApplicationContext SERVER =
            TestServer.start(DATABASE, Path.of("src/test/resources/programmes/small"));

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private static List<Integer> things(Connection connection) throws SQLException {
        var found = new java.util.ArrayList<Integer>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select id from observation.thing order by id")) {
            while (rows.next()) {
                found.add(rows.getInt(1));
            }
        }
        return found;
    }

    @Test
    void aReadBetweenWritesSeesWhatItsCallerMaySee() throws SQLException {
        var kazakhstan = new Rights(false, true, List.of("KAZ"), true, false, "account", "kaz", "");
        Service service = SERVER.getBean(Service.class);
        for (String visibility : List.of("public", "shared", "national KAZ", "national UZB")) {
            JdbcClient.create(DATABASE.dataSource())
                    .sql(
                            "insert into observation.author (kind, name) values ('account', 'hand') on conflict do nothing")
                    .update();
            JdbcClient.create(DATABASE.dataSource())
                    .sql("insert into observation.thing (name, description, visibility, author)"
                            + " values (:v, 'd', :v, (select id from observation.author where name = 'hand'))")
                    .param("v", visibility)
                    .update();
        }
        var ask = new Ask("GET", "Things", "", new byte[0], "", "", "http://localhost", kazakhstan);
        List<List<Integer>> seen = service.writer().work(kazakhstan, (connection, author) -> {
            var within = new Service.Within(connection, author);
            List<Integer> all = things(connection);
            List<Integer> read = service.reading(ask, within, BatchReadsTest::things);
            return List.of(all, read, things(connection));
        });
        assertThat(seen.get(0)).as("who writes sees everything").hasSize(4);
        assertThat(seen.get(1)).as("who reads does not").hasSize(3).isSubsetOf(seen.get(0));
        assertThat(seen.get(2)).as("and the writer goes on").isEqualTo(seen.get(0));
    }
}
