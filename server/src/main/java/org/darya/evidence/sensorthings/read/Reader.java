package org.darya.evidence.sensorthings.read;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.darya.evidence.sensorthings.Rights;
import org.darya.evidence.sensorthings.StaProblem;
import org.darya.evidence.sensorthings.model.EntityType;
import org.darya.evidence.sensorthings.model.Navigation;
import org.darya.evidence.sensorthings.query.Expr;
import org.darya.evidence.sensorthings.query.Options;
import org.darya.evidence.sensorthings.query.Options.Count;
import org.darya.evidence.sensorthings.query.Options.Expand;
import org.darya.evidence.sensorthings.query.ResourcePath;
import org.darya.evidence.sensorthings.time.Instants;
import org.darya.evidence.sensorthings.time.Interval;
import org.jspecify.annotations.Nullable;

/** Answers what an address asks: one statement for the set, one more for each relation that is expanded. */
public final class Reader {
    /** Entities of one answer, expanded ones included: what one request may take of the memory. */
    private static final int LARGEST_ANSWER = 400_000;

    private final Connection connection;
    private final Tables tables;
    private final Addresses addresses;
    private final Compiler compiler;
    private final Expansion expansion;
    private int fetched;

    /** @param spread whether observations lie on the machines of a cluster: docs/scale.md */
    public Reader(Connection connection, Rights rights, @Nullable Long asOf, boolean spread) {
        this.connection = connection;
        this.tables = new Tables(connection, rights, asOf, spread);
        this.addresses = new Addresses(connection, tables);
        this.compiler = new Compiler(tables, new ShapeSearch(connection));
        this.expansion = new Expansion(connection, tables, this);
    }

    /**
     * @throws StaProblem where there is no such entity, or the options do not fit the type
     */
    public Page read(ResourcePath path, Options options) throws SQLException {
        Place place = addresses.place(path);
        EntityType type = path.type();
        check(type, options);
        if (path.last().one()) {
            Scope scope = new Scope(type, tables.alias(), tables);
            List<Entity> found = fetch(scope, place.conditions(scope.alias, tables), options, Sql.of(" limit 1"));
            if (found.isEmpty()) {
                throw Addresses.missing(path);
            }
            expansion.complete(type, found, options);
            return new Page(type, found, true, null, false, null);
        }
        Page page = set(type, place, options);
        if (page.entities().isEmpty() && place.unproven() != null && options.after() == null) {
            addresses.prove(path, place.unproven());
        }
        return page;
    }

    /** Those of the given entities that an address and a filter name, as one would get them by GET. */
    public List<Entity> among(ResourcePath path, Options options, long[] ids) throws SQLException {
        Scope scope = new Scope(path.type(), tables.alias(), tables);
        var conditions = new ArrayList<>(addresses.place(path).conditions(scope.alias, tables));
        conditions.add(Sql.value(scope.alias + ".id = any (?)", ids));
        if (path.type() == EntityType.OBSERVATION) {
            long[] upper =
                    java.util.Arrays.stream(ids).map(id -> id >> 7).distinct().toArray();
            conditions.add(Sql.value(scope.alias + ".id >> 7 = any (?)", upper));
        }
        List<Entity> found = fetch(scope, conditions, options, Sql.of(" order by " + scope.alias + ".id"));
        expansion.complete(path.type(), found, options);
        return found;
    }

    /** Says what is wrong with an address or its options, without reading anything. */
    public static void examine(ResourcePath path, Options options) {
        check(path.type(), options);
    }

    /** Conditions that an address and a filter put on a set, for counting and deleting. */
    Sql narrowed(Scope scope, Place place, Options options) throws SQLException {
        var conditions = new ArrayList<>(place.conditions(scope.alias, tables));
        conditions.addAll(tables.conditions(scope.type, scope.alias));
        Expr filter = options.filter();
        if (filter != null) {
            conditions.add(compiler.condition(filter, scope));
        }
        return Sql.where(conditions);
    }

    /** Ids of all entities of a set that pass the filter, with their streams where they are observations. */
    public Map<Long, Integer> ids(ResourcePath path, Options options, int most) throws SQLException {
        Place place = addresses.place(path);
        check(path.type(), options);
        Scope scope = new Scope(path.type(), tables.alias(), tables);
        Sql where = narrowed(scope, place, options);
        String stream = path.type() == EntityType.OBSERVATION ? scope.alias + ".datastream" : "0";
        Sql sql = Sql.of(
                "select " + scope.alias + ".id, " + stream + " from {}{}{} limit " + most,
                tables.source(path.type(), scope.alias),
                scope.joins(),
                where);
        return Statements.query(connection, sql, rows -> {
            var ids = new java.util.LinkedHashMap<Long, Integer>();
            while (rows.next()) {
                ids.put(rows.getLong(1), rows.getInt(2));
            }
            return ids;
        });
    }

    private static void check(EntityType type, Options options) {
        for (String name : options.select()) {
            if (type.property(name) == null && type.navigation(name) == null && !isId(name)) {
                throw StaProblem.bad(
                        "A %s has no \"%s\" to select.".formatted(type.single(), StaProblem.shown(name)),
                        "Maybe it is misspelt.");
            }
        }
        for (Expand expand : options.expand()) {
            Navigation by = type.navigation(expand.name());
            if (by == null) {
                throw StaProblem.bad(
                        "A %s has no relation \"%s\" to expand."
                                .formatted(type.single(), StaProblem.shown(expand.name())),
                        "Maybe singular and plural were mixed up.");
            }
            check(by.target(), expand.options());
        }
    }

    private static boolean isId(String name) {
        return name.equals("id") || name.equals("@iot.id") || name.equals("@iot.selfLink");
    }

    // ---------------------------------------------------------------- sets

    private Page set(EntityType type, Place place, Options options) throws SQLException {
        Long count = null;
        boolean estimated = options.count() == Count.ESTIMATE;
        if (options.count() != Count.NO) {
            count = new Counter(connection, tables, this).count(type, place, options);
        }
        Scope scope = new Scope(type, tables.alias(), tables);
        Keyset keys = new Keyset(options.orderBy(), scope, compiler);
        int page = options.page();
        if (page == 0) {
            return new Page(type, List.of(), false, count, estimated, null);
        }
        var conditions = new ArrayList<>(place.conditions(scope.alias, tables));
        String after = options.after();
        if (after != null) {
            conditions.add(keys.after(after));
        }
        long skip = after == null ? options.skip() : 0;
        if (skip > Tally.WORTH
                && type == EntityType.OBSERVATION
                && place.before() == null
                && options.filter() == null
                && options.orderBy().isEmpty()
                && !tables.past()) {
            Tally.Start start = new Tally(connection).start(skip, tables.all());
            if (start != null) {
                conditions.add(Sql.of(scope.alias + ".phenomenon_time >= {}", Compiler.instant(start.from())));
                skip = start.rest();
            }
        }
        Sql tail = Sql.of("{} limit {} offset {}", keys.order(), Sql.number(page + 1), Sql.number(skip));
        List<Entity> found = fetch(scope, conditions, options, tail);
        String next = null;
        if (found.size() > page) {
            found = new ArrayList<>(found.subList(0, page));
            next = keysOf(keys, scope, found.getLast());
        }
        expansion.complete(type, found, options);
        return new Page(type, found, false, count, estimated, next);
    }

    private String keysOf(Keyset keys, Scope scope, Entity last) throws SQLException {
        if (keys.timeAlone() && last.value(0) instanceof Interval time) {
            return Keyset.token(List.of(Instants.write(time.start()), Long.toString(last.id())));
        }
        Sql id = Sql.value("?::bigint", last.id());
        Sql same = scope.type == EntityType.OBSERVATION
                ? Sql.of(scope.alias + ".id >> 7 = {} >> 7 and " + scope.alias + ".id = {}", id, id)
                : Sql.of(scope.alias + ".id = {}", id);
        Sql sql = Sql.of(
                "select {} from {}{} where {}",
                keys.texts(),
                tables.source(scope.type, scope.alias),
                scope.joins(),
                same);
        return Statements.query(connection, sql, rows -> {
            var texts = new ArrayList<@Nullable String>();
            if (rows.next()) {
                for (int i = 1; i <= keys.size(); i++) {
                    texts.add(rows.getString(i));
                }
            }
            return Keyset.token(texts);
        });
    }

    List<Entity> fetch(Scope scope, List<Sql> place, Options options, Sql tail) throws SQLException {
        var conditions = new ArrayList<>(place);
        conditions.addAll(tables.conditions(scope.type, scope.alias));
        Expr filter = options.filter();
        if (filter != null) {
            conditions.add(compiler.condition(filter, scope));
        }
        var columns = new Columns(scope.type, options);
        Sql sql = Sql.of(
                "select " + columns.list(scope.alias) + " from {}{}{}{}",
                tables.source(scope.type, scope.alias),
                scope.joins(),
                Sql.where(conditions),
                tail);
        return Statements.query(connection, sql, rows -> {
            var entities = new ArrayList<Entity>();
            while (rows.next()) {
                entities.add(columns.read(rows, 1, 0));
                spend();
            }
            return entities;
        });
    }

    /** Counts an entity that is answered. */
    void spend() {
        if (++fetched > LARGEST_ANSWER) {
            throw StaProblem.bad(
                    "The answer would hold more than %d entities.".formatted(LARGEST_ANSWER),
                    "Maybe ask with a smaller $top, here or inside $expand, and follow the nextLink.");
        }
    }

    Addresses addresses() {
        return addresses;
    }

    Tables tables() {
        return tables;
    }

    Compiler compiler() {
        return compiler;
    }
}
