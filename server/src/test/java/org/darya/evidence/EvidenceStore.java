package org.darya.evidence;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.darya.platform.DatabaseLocation;
import org.darya.platform.Migrations;
import org.darya.platform.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** A database of its own with the tables of the room, and what tests ask it. */
final class EvidenceStore {
    static final Path FILES = Path.of("src/test/resources/evidence");
    static final ImportRequest.Listener SILENT = (nr, files, file, rows) -> {};

    final DatabaseLocation database = TestDatabase.create();
    final JdbcClient jdbc = JdbcClient.create(database.dataSource());
    final Evidence evidence = new Evidence(jdbc, new JsonMapper());

    EvidenceStore() {
        Migrations.migrate(database.dataSource(), List.of("register", "evidence", "observation", "access"));
    }

    ImportSummary take(ImportRequest.Format format, String office, Path... paths) {
        return Imports.run(database, new ImportRequest(format, List.of(paths), office, "CC0", "a test"), SILENT);
    }

    List<RejectedRow> rejected(ImportSummary summary) {
        var rows = new ArrayList<RejectedRow>();
        Imports.rejected(database, summary.id(), rows::add);
        return rows;
    }

    Series only(String office, String indicator) {
        List<Series> found = evidence.series(office, indicator, 10, 0);
        if (found.size() != 1) {
            throw new AssertionError("one series expected: " + found);
        }
        return found.getFirst();
    }

    /** Everything that is kept of series and values, in words, with the imports they came from. */
    List<String> everything() {
        return jdbc.sql("""
                        select s::text from evidence.series s union all select v::text from evidence.value v
                        union all select f::text from evidence.former_value f order by 1""").query((row, i) -> row.getString(1)).list();
    }

    long count(String table) {
        return jdbc.sql("select count(*) from evidence." + table)
                .query(Long.class)
                .single();
    }
}
