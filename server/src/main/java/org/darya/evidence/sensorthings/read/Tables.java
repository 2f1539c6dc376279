package org.darya.evidence.sensorthings.read;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.darya.evidence.sensorthings.Rights;
import org.darya.evidence.sensorthings.model.EntityType;
import org.darya.evidence.sensorthings.model.Navigation;
import org.darya.evidence.sensorthings.model.Navigation.Join;
import org.darya.evidence.sensorthings.time.Instants;
import org.jspecify.annotations.Nullable;

/**
 * Where rows come from: tables, or what they held at a past moment, narrowed to what the caller may see. Every alias of
 * every statement passes here.
 */
final class Tables {
    private static final String OBSERVED =
            "x.id, x.phenomenon_time, x.result, x.datastream, x.feature, x.result_time, x.phenomenon_end, x.detail";

    private final Rights rights;
    private final @Nullable Long asOf;
    private final boolean spread;
    private final Connection connection;
    private final Map<String, int[]> hidden = new HashMap<>();
    private @Nullable String writtenByThen;
    private int aliases;

    /** @param spread whether observations lie on the machines of a cluster, and other rows do not */
    Tables(Connection connection, Rights rights, @Nullable Long asOf, boolean spread) {
        this.connection = connection;
        this.rights = rights;
        this.asOf = asOf;
        this.spread = spread;
    }

    boolean spread() {
        return spread;
    }

    boolean past() {
        return asOf != null;
    }

    boolean all() {
        return rights.everything();
    }

    String alias() {
        return "t" + ++aliases;
    }

    /** {@code table alias}, for a from clause. */
    Sql source(EntityType type, String alias) throws SQLException {
        if (asOf == null) {
            return Sql.of(type.table() + " " + alias);
        }
        Sql then = Sql.value("?", Instants.date(asOf));
        if (type == EntityType.OBSERVATION) {
            return Sql.of("""
                            (select %1$s from observation.observation x
                             where {}
                               and not exists (select 1 from observation.former_observation f
                                               where f.datastream = x.datastream and f.id = x.id and f.valid_to > {})
                             union all
                             select %1$s from observation.former_observation x
                             where x.valid_from <= {} and x.valid_to > {}) %2$s""".formatted(OBSERVED, alias), writtenByThen(then), then, then, then);
        }
        return Sql.of("""
                        (select * from %1$s x where x.written <= {}
                         union all
                         select (jsonb_populate_record(null::%1$s, f.body)).*
                         from observation.former f
                         where f.kind = '%2$s' and f.valid_from <= {} and f.valid_to > {}) %3$s""".formatted(type.table(), type.kind(), alias), then, then, then);
    }

    /**
     * Whether an observation was written by then. Looked up for each; on a cluster, where that is told by rows of another machine,
     * the ids that were are found beforehand, as ranges: few, since each process gives its ids in order.
     */
    private Sql writtenByThen(Sql then) throws SQLException {
        if (!spread) {
            return Sql.of(
                    "(select w.at from observation.written_now w where w.first_id <= x.id order by w.first_id desc limit 1) <= {}",
                    then);
        }
        String ids = writtenByThen;
        if (ids == null) {
            ids = Statements.query(connection, Sql.of("""
                            with newest as (select coalesce(max(w.first_id), 0) as first_id, coalesce(max(w.last_id), 0) as last_id
                                            from observation.written_now w where w.at <= {}),
                                 later as (select int8range(min(w.first_id), max(w.last_id), '[]') as ids
                                           from observation.written_now w, newest n where w.at > {} and w.first_id < n.first_id
                                           group by (w.first_id - 1) / 4096)
                            select int8multirange(int8range(0, n.last_id, '[]'))
                                - coalesce((select range_agg(l.ids) from later l), int8multirange())
                            from newest n""", then, then), rows -> rows.next() ? rows.getString(1) : "{}");
            writtenByThen = ids;
        }
        return Sql.value("x.id <@ ?::text::int8multirange", ids);
    }

    /** What must hold of a row: its type where two share a table, and the caller's rights. */
    List<Sql> conditions(EntityType type, String alias) throws SQLException {
        var conditions = new ArrayList<Sql>();
        String kind = type.condition(alias);
        if (kind != null) {
            conditions.add(Sql.of(kind));
        }
        if (rights.everything()) {
            return conditions;
        }
        switch (type) {
            case THING, DATASTREAM, MULTI_DATASTREAM, LOCATION, FEATURE_OF_INTEREST -> conditions.add(marks(alias));
            case HISTORICAL_LOCATION -> conditions.addAll(hidden(alias + ".thing", "hidden_things"));
            case OBSERVATION -> conditions.addAll(hidden(alias + ".datastream", "hidden_streams"));
            case SENSOR, OBSERVED_PROPERTY, PARTY, LICENSE -> {}
        }
        return conditions;
    }

    private Sql marks(String alias) {
        return Sql.value(alias + ".visibility = any (?)", rights.visibilities().toArray(String[]::new));
    }

    /**
     * Few rows are not public: what is hidden is listed once. The list comes from the database, for the tables it is made of
     * hide those rows from the caller themselves; what was hidden and is deleted stands in it too.
     */
    private List<Sql> hidden(String column, String list) throws SQLException {
        int[] ids = hidden.get(list);
        if (ids == null) {
            ids = Statements.query(connection, Sql.of("select observation." + list + "()"), rows -> {
                var found = IntStream.builder();
                while (rows.next()) {
                    found.add(rows.getInt(1));
                }
                return found.build().toArray();
            });
            hidden.put(list, ids);
        }
        return ids.length == 0 ? List.of() : List.of(Sql.value(column + " <> all (?::int[])", ids));
    }

    /** {@code left join} of what is known of streams; on a cluster it is fetched from there once, and not for each row. */
    Sql extents(String alias) {
        return spread
                ? Sql.of(" left join extents " + alias).after("extents", Sql.of("select * from observation.extent_now"))
                : Sql.of(" left join observation.extent_now " + alias);
    }

    /** {@code from …} that leads from a row to its relations, and how the two meet. */
    Sql related(Navigation by, String to) throws SQLException {
        return by.join() instanceof Join.Pairs pairs
                ? Sql.of(
                        pairs.table() + " " + to + "_pair join {} on " + to + ".id = " + to + "_pair." + pairs.there(),
                        source(by.target(), to))
                : source(by.target(), to);
    }

    /** How a row that {@link #related} gives meets the row it comes from. */
    static String meets(Navigation by, String from, String to) {
        return by.join() instanceof Join.Holds(String column)
                ? to + ".id = " + from + "." + column
                : meeting(by, to) + " = " + from + ".id";
    }

    /** Where a row of many that {@link #related} gives keeps the id of the row it comes from. */
    static String meeting(Navigation by, String to) {
        return switch (by.join()) {
            case Join.HeldBy(String column) -> to + "." + column;
            case Join.Pairs pairs -> to + "_pair." + pairs.here();
            case Join.Holds holds -> throw new IllegalArgumentException(holds.column());
        };
    }

    /** Whether a relation leads from streams to their observations. */
    static boolean ofStreams(Navigation by) {
        return by.target() == EntityType.OBSERVATION
                && by.join() instanceof Join.HeldBy(String column)
                && column.equals("datastream");
    }
}
