package org.darya.evidence.sensorthings.read;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.darya.evidence.sensorthings.model.EntityType;
import org.darya.evidence.sensorthings.model.Navigation;
import org.jspecify.annotations.Nullable;

/** The row an expression speaks of: its alias, the rows joined to it, and the variables of any and all around it. */
final class Scope {
    final EntityType type;
    final String alias;
    /** alias of the observation that this row is the stream or the feature of; null for any other row */
    final @Nullable String observation;

    private final Tables tables;
    private final Map<String, Scope> variables;
    private final Map<String, Scope> joined = new LinkedHashMap<>();
    /** shared by a row and all that is joined to it */
    private final List<Sql> joins;
    /** relations to many that a condition around has bound to one row, by path */
    private final Map<String, Scope> bound = new HashMap<>();
    /** how this scope was entered; null where it is the outermost */
    @Nullable
    Around around;

    /** @param row that the way from the scope around leads to */
    record Around(Scope scope, Relations.Way way, Scope row) {}

    Scope(EntityType type, String alias, Tables tables) {
        this(type, alias, null, tables, Map.of(), new ArrayList<>());
    }

    private Scope(
            EntityType type,
            String alias,
            @Nullable String observation,
            Tables tables,
            Map<String, Scope> variables,
            List<Sql> joins) {
        this.type = type;
        this.alias = alias;
        this.observation = observation;
        this.tables = tables;
        this.variables = variables;
        this.joins = joins;
    }

    /** A row of a subselect that begins with no joins of its own. */
    Scope inner(EntityType of, String named) {
        return new Scope(of, named, null, tables, variables, new ArrayList<>());
    }

    /** The same row with one more variable. */
    Scope with(String variable, Scope row) {
        var more = new HashMap<>(variables);
        more.put(variable, row);
        var scope = new Scope(type, alias, observation, tables, more, joins);
        scope.bound.putAll(bound);
        scope.joined.putAll(joined);
        return scope;
    }

    /** The same row, where a path to many means one given row. */
    Scope binding(String path, Scope row) {
        var scope = new Scope(type, alias, observation, tables, variables, joins);
        scope.bound.putAll(bound);
        scope.bound.put(path, row);
        scope.joined.putAll(joined);
        return scope;
    }

    /** Notes how this scope was entered. */
    Scope around(Scope scope, Relations.Way way, Scope row) {
        around = new Around(scope, way, row);
        return this;
    }

    /** A row of the same kind under another alias, with no joins; variables that named the one name the other. */
    Scope copy(String named) {
        var copied = new Scope(type, named, null, tables, Map.of(), new ArrayList<>());
        var all = new HashMap<>(variables);
        all.replaceAll((_, row) -> row.alias.equals(alias) ? copied : row);
        return new Scope(type, named, null, tables, all, copied.joins);
    }

    @Nullable
    Scope variable(String name) {
        return variables.get(name);
    }

    @Nullable
    Scope bound(String path) {
        return bound.get(path);
    }

    /** The row a relation to one leads to, joined once however often it is named. */
    Scope join(Navigation by) throws SQLException {
        Scope known = joined.get(by.name());
        if (known != null) {
            return known;
        }
        String to = tables.alias();
        var on = new ArrayList<Sql>();
        on.add(Sql.of(Tables.meets(by, alias, to)));
        on.addAll(tables.conditions(by.target(), to));
        joins.add(Sql.of(" left join {} on {}", tables.source(by.target(), to), Sql.join(" and ", on)));
        String holder = type == EntityType.OBSERVATION ? alias : null;
        var there = new Scope(by.target(), to, holder, tables, variables, joins);
        joined.put(by.name(), there);
        return there;
    }

    /** Alias of what is known of a stream without reading its observations, joined once. */
    String extent() {
        return joined.computeIfAbsent("extent", _ -> {
                    String to = tables.alias();
                    joins.add(tables.extents(to).and(Sql.of(" on " + to + ".datastream = " + alias + ".id")));
                    return new Scope(type, to, null, tables, variables, joins);
                })
                .alias;
    }

    /** The joins that were needed so far, for the from clause. */
    Sql joins() {
        return Sql.join("", joins);
    }
}
