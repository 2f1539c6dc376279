package org.darya.evidence.sensorthings.read;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.darya.evidence.sensorthings.model.EntityType;
import org.darya.evidence.sensorthings.model.Navigation;
import org.darya.evidence.sensorthings.query.Expr;
import org.darya.evidence.sensorthings.query.Options;
import org.darya.evidence.sensorthings.query.Options.Count;
import tools.jackson.databind.json.JsonMapper;

/** Counts sets: from the kept numbers where nothing narrows them, else row by row; by estimate only when asked to. */
final class Counter {
    private static final JsonMapper JSON = new JsonMapper();

    private final Connection connection;
    private final Tables tables;
    private final Reader reader;

    Counter(Connection connection, Tables tables, Reader reader) {
        this.connection = connection;
        this.tables = tables;
        this.reader = reader;
    }

    long count(EntityType type, Place place, Options options) throws SQLException {
        boolean kept = type == EntityType.OBSERVATION && options.filter() == null && !tables.past();
        if (kept && place.before() == null) {
            String alias = tables.alias();
            List<Sql> seen = tables.conditions(EntityType.DATASTREAM, alias).stream()
                    .filter(condition -> !condition.text().equals("not " + alias + ".multi"))
                    .toList();
            return number(
                    seen.isEmpty()
                            ? Sql.of("select coalesce(sum(n), 0)::bigint from observation.extent_now")
                            : Sql.of(
                                    "select coalesce(sum(e.n), 0)::bigint from observation.extent_now e"
                                            + " join observation.datastream " + alias + " on " + alias
                                            + ".id = e.datastream{}",
                                    Sql.where(seen)));
        }
        var before = place.before();
        if (kept && before != null && before.type().isStream()) {
            return number(Sql.of(
                    "select coalesce(sum(n), 0)::bigint from observation.extents_of(array[{}])",
                    Sql.value("?::int", (int) place.id())));
        }
        Scope scope = new Scope(type, tables.alias(), tables);
        Sql where = reader.narrowed(scope, place, options);
        Sql from = Sql.of("from {}{}{}", tables.source(type, scope.alias), scope.joins(), where);
        return options.count() == Count.ESTIMATE ? estimate(from) : number(Sql.of("select count(*) {}", from));
    }

    private long number(Sql sql) throws SQLException {
        return Statements.query(connection, sql, rows -> rows.next() ? rows.getLong(1) : 0L);
    }

    private long estimate(Sql from) throws SQLException {
        String plan = Statements.query(
                connection,
                Sql.of("explain (format json) {}", Sql.of("select 1 {}", from).statement()),
                rows -> rows.next() ? rows.getString(1) : "[]");
        return JSON.readTree(plan).path(0).path("Plan").path("Plan Rows").asLong(0);
    }

    /** Counts what one relation leads to from each of some entities. */
    Map<Long, Long> countEach(Navigation by, long[] parents, Options options) throws SQLException {
        Sql sql;
        if (Tables.ofStreams(by) && options.filter() == null && !tables.past()) {
            sql = Sql.of(
                    "select datastream, n from observation.extents_of({})",
                    Sql.value(
                            "?::int[]",
                            LongStream.of(parents).mapToInt(Math::toIntExact).toArray()));
        } else {
            Scope scope = new Scope(by.target(), tables.alias(), tables);
            var conditions = new ArrayList<Sql>();
            String meeting = Tables.meeting(by, scope.alias);
            conditions.add(Sql.value(meeting + " = any (?::bigint[])", parents));
            conditions.addAll(tables.conditions(by.target(), scope.alias));
            Expr filter = options.filter();
            if (filter != null) {
                conditions.add(reader.compiler().condition(filter, scope));
            }
            sql = Sql.of(
                    "select " + meeting + ", count(*) from {}{}{} group by 1",
                    tables.related(by, scope.alias),
                    scope.joins(),
                    Sql.where(conditions));
        }
        return Statements.query(connection, sql, rows -> {
            var counts = new HashMap<Long, Long>();
            while (rows.next()) {
                counts.put(rows.getLong(1), rows.getLong(2));
            }
            return counts;
        });
    }
}
