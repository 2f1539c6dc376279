package org.darya.evidence.sensorthings.read;

import java.util.ArrayList;
import java.util.List;
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
    private final Rights rights;
    private final @Nullable Long asOf;
    private int aliases;

    Tables(Rights rights, @Nullable Long asOf) {
        this.rights = rights;
        this.asOf = asOf;
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
    Sql source(EntityType type, String alias) {
        if (asOf == null) {
            return Sql.of(type.table() + " " + alias);
        }
        Sql then = Sql.value("?", Instants.date(asOf));
        if (type == EntityType.OBSERVATION) {
            return Sql.of("""
                            (select x.* from observation.observation x
                             where (select w.at from observation.written w where w.first_id <= x.id
                                    order by w.first_id desc limit 1) <= {}
                               and not exists (select 1 from observation.former f
                                               where f.kind = 'observation' and f.id = x.id and f.valid_to > {})
                             union all
                             select (jsonb_populate_record(null::observation.observation, f.body)).*
                             from observation.former f
                             where f.kind = 'observation' and f.valid_from <= {} and f.valid_to > {}) %s""".formatted(alias), then, then, then, then);
        }
        return Sql.of("""
                        (select * from %1$s x where x.written <= {}
                         union all
                         select (jsonb_populate_record(null::%1$s, f.body)).*
                         from observation.former f
                         where f.kind = '%2$s' and f.valid_from <= {} and f.valid_to > {}) %3$s""".formatted(type.table(), type.kind(), alias), then, then, then);
    }

    /** What must hold of a row: its type where two share a table, and the caller's rights. */
    List<Sql> conditions(EntityType type, String alias) {
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
            case HISTORICAL_LOCATION -> conditions.add(hidden(alias + ".thing", EntityType.THING));
            case OBSERVATION -> conditions.add(hidden(alias + ".datastream", EntityType.DATASTREAM));
            case SENSOR, OBSERVED_PROPERTY, PARTY, LICENSE -> {}
        }
        return conditions;
    }

    private Sql marks(String alias) {
        return Sql.value(alias + ".visibility = any (?)", rights.visibilities().toArray(String[]::new));
    }

    /**
     * Few rows are not public and they have an index: what is hidden is listed once and looked up. In the past stands also what
     * was deleted since, and was hidden.
     */
    private Sql hidden(String column, EntityType of) {
        String list =
                column + " not in (select h.id from " + of.table() + " h where h.visibility <> 'public' and not {}";
        if (asOf == null) {
            return Sql.of(list + ")", marks("h"));
        }
        Sql open = Sql.value(
                "f.body ->> 'visibility' = any (?)", rights.visibilities().toArray(String[]::new));
        return Sql.of(
                list + " union all select f.id::integer from observation.former f where f.deleted and f.kind = '"
                        + of.kind() + "' and f.body ->> 'visibility' <> 'public' and not {})",
                marks("h"),
                open);
    }

    /** {@code from …} that leads from a row to its relations, and how the two meet. */
    Sql related(Navigation by, String to) {
        return by.join() instanceof Join.Pairs pairs
                ? Sql.of(
                        pairs.table() + " " + to + "_pair join {} on " + to + ".id = " + to + "_pair." + pairs.there(),
                        source(by.target(), to))
                : source(by.target(), to);
    }

    /** How a row that {@link #related} gives meets the row it comes from. */
    static String meets(Navigation by, String from, String to) {
        return switch (by.join()) {
            case Join.Holds(String column) -> to + ".id = " + from + "." + column;
            case Join.HeldBy(String column) -> to + "." + column + " = " + from + ".id";
            case Join.Pairs pairs -> to + "_pair." + pairs.here() + " = " + from + ".id";
        };
    }
}
