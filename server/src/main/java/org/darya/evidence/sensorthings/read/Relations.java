package org.darya.evidence.sensorthings.read;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.darya.evidence.sensorthings.StaProblem;
import org.darya.evidence.sensorthings.model.Navigation;
import org.darya.evidence.sensorthings.query.Expr;
import org.jspecify.annotations.Nullable;

/**
 * Conditions on relations to many. One database asks them row by row and stops at the first row that fulfils them. Where
 * observations are spread over a cluster no row can be asked that way: there the statement finds first, on all machines side by
 * side, whose relations fulfil them, and then looks up each row in what was found.
 */
final class Relations {
    private static final Pattern ALIAS = Pattern.compile("\\bt\\d+(?:_pair)?\\b");

    /** Attempts for one statement: conditions within conditions that all speak of rows further out multiply. */
    private static final int MOST = 1_000;

    private final Tables tables;
    private final Compiler compiler;
    private int attempts;

    Relations(Tables tables, Compiler compiler) {
        this.tables = tables;
        this.compiler = compiler;
    }

    /**
     * How a row is reached from the one around it.
     *
     * @param variable its name; empty where it has none, null where the path itself stands for the row
     */
    record Way(List<String> path, @Nullable String variable) {}

    /** What must hold of a row, with the conditions as they are in its scope. */
    private interface Conditions {
        List<Sql> in(Scope scope) throws SQLException;
    }

    /** Whether one row at the end of a path fulfils all conditions. */
    Sql some(String path, List<Expr> conditions, Scope scope) throws SQLException {
        return some(new Way(List.of(path.split("/")), null), scope, bound -> {
            var all = new ArrayList<Sql>();
            for (Expr condition : conditions) {
                all.add(compiler.condition(condition, bound));
            }
            return all;
        });
    }

    Sql quantified(Expr.Quantified quantified, Scope scope) throws SQLException {
        var way = new Way(quantified.path().segments(), quantified.variable());
        Sql some = some(way, scope, named -> {
            Sql body = quantified.body() instanceof Expr.Bool(boolean value)
                    ? Sql.of(value ? "true" : "false")
                    : compiler.condition(quantified.body(), named);
            return List.of(quantified.all() ? Sql.of("not coalesce({}, false)", body) : body);
        });
        return quantified.all() ? Sql.of("(not {})", some) : some;
    }

    private Sql some(Way way, Scope scope, Conditions conditions) throws SQLException {
        Scope from = holder(way, scope);
        Navigation by = by(way, from);
        Reached reached = reach(way, by, scope);
        var inside = new ArrayList<>(tables.conditions(by.target(), reached.row.alias));
        inside.addAll(conditions.in(reached.body));
        Sql rows = Sql.of("{}{}", tables.related(by, reached.row.alias), reached.joins());
        if (!tables.spread()) {
            inside.addFirst(Sql.of(Tables.meets(by, from.alias, reached.row.alias)));
            return Sql.of("exists (select 1 from {} where {})", rows, Sql.join(" and ", inside));
        }
        if (knows(rows, inside)) {
            return found(Map.of(from.alias + ".id", Tables.meeting(by, reached.row.alias)), rows, inside);
        }
        // the conditions speak of rows further out, which are then found again with it
        for (int out = 0; ; out++) {
            if (++attempts > MOST) {
                throw StaProblem.bad("The expression is too complex.", "Maybe ask in several requests.");
            }
            Again again = again(scope, out);
            Reached there = again.lead(way);
            inside = new ArrayList<>(tables.conditions(by.target(), there.row.alias));
            inside.addAll(conditions.in(there.body));
            if (knows(again.rows(), inside)) {
                return found(again.ids, again.rows(), inside);
            }
        }
    }

    /** Whether what is said of rows is said of these alone. */
    private static boolean knows(Sql rows, List<Sql> conditions) {
        Set<String> spoken = new LinkedHashSet<>();
        conditions.forEach(
                condition -> ALIAS.matcher(condition.text()).results().forEach(alias -> spoken.add(alias.group())));
        ALIAS.matcher(rows.text()).results().forEach(alias -> spoken.remove(alias.group()));
        return spoken.isEmpty();
    }

    /** @param ids of a row around, and the same in the rows that are found first */
    private Sql found(Map<String, String> ids, Sql rows, List<Sql> conditions) {
        String name = "found_" + tables.alias();
        Sql first = Sql.of(
                "select distinct " + String.join(", ", ids.values()) + " from {}{}", rows, Sql.where(conditions));
        return Sql.of("coalesce((" + String.join(", ", ids.keySet()) + ") in (select * from " + name + "), false)")
                .after(name, first);
    }

    // ---------------------------------------------------------------- rows at the end of a way

    /** @param body the scope that conditions of the row are said in */
    private record Reached(Scope row, Scope body) {
        Sql joins() {
            return body.alias.equals(row.alias) && body != row ? row.joins().and(body.joins()) : row.joins();
        }
    }

    /** The row whose relation the way ends with. */
    private static Scope holder(Way way, Scope scope) throws SQLException {
        Scope from = scope;
        for (int i = 0; i < way.path.size() - 1; i++) {
            from = Paths.step(way.path.get(i), String.join("/", way.path.subList(0, i + 1)), from, scope);
        }
        return from;
    }

    private static Navigation by(Way way, Scope holder) {
        Navigation by = Paths.navigation(way.path.getLast(), holder);
        if (!by.many()) {
            throw StaProblem.bad(
                    "%s leads to one entity.".formatted(String.join("/", way.path)),
                    "Maybe any and all are not needed here.");
        }
        return by;
    }

    private Reached reach(Way way, Navigation by, Scope scope) {
        String to = tables.alias();
        Scope row = scope.inner(by.target(), to);
        String variable = way.variable;
        if (variable == null) {
            Scope body = scope.binding(String.join("/", way.path), row);
            return new Reached(row, body.around(scope, way, row));
        }
        Scope body = variable.isEmpty() ? row : scope.inner(by.target(), to).with(variable, row);
        return new Reached(row, body.around(scope, way, row));
    }

    // ---------------------------------------------------------------- rows further out, once more

    private final class Again {
        private Scope scope;
        private final Map<String, String> ids = new LinkedHashMap<>();
        private final List<Supplier<Sql>> joined = new ArrayList<>();

        private Again(Scope scope) {
            this.scope = scope;
        }

        /** Joins the row at the end of a way from here. */
        private Reached lead(Way way) throws SQLException {
            Scope holder = holder(way, scope);
            Navigation by = by(way, holder);
            Reached there = reach(way, by, scope);
            String to = there.row.alias;
            Sql related = tables.related(by, to);
            Sql one = by.join() instanceof Navigation.Join.Pairs ? related.wrapped() : related;
            // of observations that are joined to observations a cluster wants to hear that their streams are the same
            String same = Tables.ofStreams(by) && holder.observation != null
                    ? " and " + to + ".datastream = " + holder.observation + ".datastream"
                    : "";
            Sql met = Sql.of(" join {} on " + Tables.meets(by, holder.alias, to) + same, one);
            join(() -> met);
            join(there::joins);
            return there;
        }

        private void join(Supplier<Sql> more) {
            joined.add(more);
        }

        /** All that was joined meanwhile too. */
        private Sql rows() {
            return Sql.join("", joined.stream().map(Supplier::get).toList());
        }
    }

    /** The row of a scope under another alias, with those around it as far out as is said. */
    private Again again(Scope scope, int out) throws SQLException {
        Scope.Around around = scope.around;
        if (around == null || (out == 0 && around.way().variable() != null)) {
            Scope copy = scope.copy(tables.alias());
            var again = new Again(copy);
            again.ids.put(scope.alias + ".id", copy.alias + ".id");
            Sql source = tables.source(copy.type, copy.alias);
            again.join(() -> source);
            again.join(copy::joins);
            return again;
        }
        Way way = around.way();
        Again again = again(around.scope(), way.variable() == null ? out : out - 1);
        Reached there = again.lead(way);
        again.ids.put(around.row().alias + ".id", there.row.alias + ".id");
        again.scope = there.body;
        return again;
    }
}
