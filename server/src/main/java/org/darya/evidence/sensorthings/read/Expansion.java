package org.darya.evidence.sensorthings.read;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.darya.evidence.sensorthings.model.EntityType;
import org.darya.evidence.sensorthings.model.Navigation;
import org.darya.evidence.sensorthings.model.Navigation.Join;
import org.darya.evidence.sensorthings.query.Expr;
import org.darya.evidence.sensorthings.query.Options;
import org.darya.evidence.sensorthings.query.Options.Count;
import org.darya.evidence.sensorthings.query.Options.Expand;
import org.darya.evidence.sensorthings.time.Interval;
import org.jspecify.annotations.Nullable;

/** What comes along with entities: extents of streams, and what {@code $expand} wants, by one statement for each relation. */
final class Expansion {
    private final Connection connection;
    private final Tables tables;
    private final Reader reader;

    Expansion(Connection connection, Tables tables, Reader reader) {
        this.connection = connection;
        this.tables = tables;
        this.reader = reader;
    }

    /** Adds to entities what their options want beside their own rows. */
    void complete(EntityType type, List<Entity> entities, Options options) throws SQLException {
        if (entities.isEmpty()) {
            return;
        }
        if (type.isStream() && (options.selects("phenomenonTime") || options.selects("resultTime"))) {
            extents(type, entities);
        }
        for (Expand expand : options.expand()) {
            Navigation by = type.navigation(expand.name());
            if (by != null) {
                if (by.join() instanceof Join.Holds(String column)) {
                    one(by, column, entities, expand.options());
                } else {
                    many(by, entities, expand.options());
                }
            }
        }
    }

    private void extents(EntityType type, List<Entity> streams) throws SQLException {
        var byId = new HashMap<Integer, Entity>();
        for (Entity stream : streams) {
            byId.put((int) stream.id(), stream);
        }
        int phenomenon = type.properties().indexOf(type.property("phenomenonTime"));
        Sql sql = Sql.of(
                "select datastream, timestamptz_send(phenomenon_from), timestamptz_send(phenomenon_to),"
                        + " timestamptz_send(result_from), timestamptz_send(result_to)"
                        + " from observation.extents_of({})",
                Sql.value(
                        "?", byId.keySet().stream().mapToInt(Integer::intValue).toArray()));
        Statements.query(connection, sql, rows -> {
            while (rows.next()) {
                Entity stream = byId.get(rows.getInt(1));
                if (stream != null) {
                    stream.set(phenomenon, interval(rows.getBytes(2), rows.getBytes(3)));
                    stream.set(phenomenon + 1, interval(rows.getBytes(4), rows.getBytes(5)));
                }
            }
            return byId;
        });
    }

    private static @Nullable Interval interval(byte @Nullable [] from, byte @Nullable [] to) {
        Long start = Columns.instant(from);
        Long end = Columns.instant(to);
        return start == null || end == null ? null : new Interval(start, end);
    }

    private void one(Navigation by, String column, List<Entity> entities, Options options) throws SQLException {
        Set<Integer> wanted = new LinkedHashSet<>();
        for (Entity entity : entities) {
            if (entity.holds(column) != 0) {
                wanted.add(entity.holds(column));
            }
        }
        Map<Long, Entity> found = new HashMap<>();
        if (!wanted.isEmpty()) {
            Scope scope = new Scope(by.target(), tables.alias(), tables);
            Sql among = wanted.size() == 1 // of a list the database makes a new plan each time
                    ? Sql.value(scope.alias + ".id = ?", wanted.iterator().next())
                    : Sql.value(
                            scope.alias + ".id = any (?)",
                            wanted.stream().mapToInt(Integer::intValue).toArray());
            List<Entity> targets = reader.fetch(scope, List.of(among), options, Sql.NOTHING);
            complete(by.target(), targets, options);
            targets.forEach(target -> found.put(target.id(), target));
        }
        for (Entity entity : entities) {
            entity.relate(by.name(), new Entity.Related.One(found.get((long) entity.holds(column))));
        }
    }

    private void many(Navigation by, List<Entity> entities, Options options) throws SQLException {
        int page = options.page();
        long[] parents = entities.stream().mapToLong(Entity::id).toArray();
        Map<Long, Long> counts = options.count() == Count.NO
                ? Map.of()
                : new Counter(connection, tables, reader).countEach(by, parents, options);
        Map<Long, List<Entity>> found = page == 0 ? Map.of() : children(by, parents, options);
        var all = new ArrayList<Entity>();
        Map<Long, Boolean> more = new HashMap<>();
        found.forEach((parent, children) -> {
            more.put(parent, children.size() > page);
            if (children.size() > page) {
                children.removeLast();
            }
            all.addAll(children);
        });
        complete(by.target(), all, options);
        for (Entity entity : entities) {
            entity.relate(
                    by.name(),
                    new Entity.Related.Many(
                            found.getOrDefault(entity.id(), List.of()),
                            options.count() == Count.NO ? null : counts.getOrDefault(entity.id(), 0L),
                            more.getOrDefault(entity.id(), false)));
        }
    }

    /** One more than a page for each parent, where there are so many. */
    private Map<Long, List<Entity>> children(Navigation by, long[] parents, Options options) throws SQLException {
        Scope scope = new Scope(by.target(), tables.alias(), tables);
        Keyset keys = new Keyset(options.orderBy(), scope, reader.compiler());
        var conditions = new ArrayList<Sql>();
        conditions.add(
                parents.length == 1
                        ? Sql.of(Tables.meeting(by, scope.alias) + " = {}", Sql.value("?::bigint", parents[0]))
                        : Sql.of(Tables.meets(by, "p", scope.alias)));
        conditions.addAll(tables.conditions(by.target(), scope.alias));
        Expr filter = options.filter();
        if (filter != null) {
            conditions.add(reader.compiler().condition(filter, scope));
        }
        boolean beside = Tables.ofStreams(by) && !tables.past();
        if (tables.spread()
                && parents.length > 1
                && by.target() == EntityType.OBSERVATION
                && (!beside || !scope.joins().text().isEmpty())) {
            // a cluster takes a limit for each parent only where all that is asked lies beside the observations
            Map<Long, List<Entity>> found = new HashMap<>();
            for (long parent : parents) {
                found.putAll(children(by, new long[] {parent}, options));
            }
            return found;
        }
        var columns = new Columns(by.target(), options);
        Sql sql = Sql.of(
                "select p.id, x.* from {} p (id) cross join lateral (select " + columns.list(scope.alias)
                        + " from {}{}{}{} limit {} offset {}) x",
                parents(beside, parents),
                tables.related(by, scope.alias),
                scope.joins(),
                Sql.where(conditions),
                keys.order(),
                Sql.number(options.page() + 1),
                Sql.number(options.skip()));
        return Statements.query(connection, sql, rows -> {
            Map<Long, List<Entity>> found = new HashMap<>();
            while (rows.next()) {
                Entity entity = columns.read(rows, 2, rows.getLong(1));
                reader.spend();
                found.computeIfAbsent(entity.parent, _ -> new ArrayList<>()).add(entity);
            }
            return found;
        });
    }

    /**
     * One parent by itself: of a list the database does not know the length and plans anew each time. Streams go out from
     * the rows that lie where their observations lie, without which a cluster takes no limit for each.
     */
    private static Sql parents(boolean beside, long[] ids) {
        if (ids.length == 1) {
            return Sql.of("(select {})", Sql.value("?::bigint", ids[0]));
        }
        return beside
                ? Sql.of(
                        "(select e.datastream from observation.extent e where e.datastream = any ({}))",
                        Sql.value(
                                "?::int[]",
                                LongStream.of(ids).mapToInt(Math::toIntExact).toArray()))
                : Sql.of("unnest({})", Sql.value("?::bigint[]", ids));
    }
}
