package org.darya.evidence.sensorthings.read;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.darya.evidence.sensorthings.StaProblem;
import org.darya.evidence.sensorthings.model.EntityType;
import org.darya.evidence.sensorthings.model.Navigation;
import org.darya.evidence.sensorthings.model.Property;
import org.darya.evidence.sensorthings.query.Expr;
import org.darya.evidence.sensorthings.read.Term.Type;
import org.jspecify.annotations.Nullable;

/**
 * Where paths lead: along relations from row to row, to a property, and into its JSON. A relation to many is no step that
 * can be joined; where a path has one, the condition around it is asked of any of the many.
 */
final class Paths {
    private Paths() {}

    /** The value a path leads to. */
    static Term term(Expr.Path path, Scope scope) throws SQLException {
        List<String> segments = path.segments();
        Scope from = scope;
        int i = 0;
        Scope variable = scope.variable(segments.getFirst());
        if (variable != null) {
            from = variable;
            i = 1;
        }
        for (; i < segments.size(); i++) {
            String name = segments.get(i);
            Property property = from.type.property(name);
            if (name.equals("id") || name.equals("@iot.id")) {
                return new Term.Scalar(
                        Sql.of(from.alias + ".id"), from.type == EntityType.OBSERVATION ? Type.LONG_ID : Type.ID);
            }
            if (property != null) {
                return inside(property(property, from), segments.subList(i + 1, segments.size()), property);
            }
            if (from.type.navigation(name) == null) {
                throw unknown(name, from.type);
            }
            from = step(name, String.join("/", segments.subList(0, i + 1)), from, scope);
        }
        throw StaProblem.bad(
                "\"%s\" is an entity, not a value.".formatted(StaProblem.shown(path.toString())),
                "Maybe one of its properties was meant, or its id.");
    }

    /** The row that one more relation of a path leads to: bound, named by a variable, or joined. */
    static Scope step(String name, String path, Scope from, Scope scope) throws SQLException {
        Scope bound = scope.bound(path);
        if (bound != null) {
            return bound;
        }
        Scope variable = from == scope ? scope.variable(name) : null;
        return variable != null ? variable : from.join(navigation(name, from));
    }

    static Navigation navigation(String name, Scope from) {
        Navigation by = from.type.navigation(name);
        if (by == null) {
            throw unknown(name, from.type);
        }
        return by;
    }

    private static StaProblem unknown(String name, EntityType type) {
        return StaProblem.bad(
                "A %s has no property or relation \"%s\".".formatted(type.single(), StaProblem.shown(name)),
                "Maybe it is one of "
                        + type.properties().stream().map(Property::name).collect(Collectors.joining(", "))
                        + ", "
                        + type.navigations().stream().map(Navigation::name).collect(Collectors.joining(", "))
                        + ".");
    }

    // ---------------------------------------------------------------- relations to many

    /** The shortest path to many in an expression that is not bound yet; null where there is none. */
    static @Nullable String toMany(Expr expression, Scope scope) {
        return switch (expression) {
            case Expr.Path path -> toMany(path, scope);
            case Expr.Binary(var _, Expr left, Expr right) -> first(toMany(left, scope), right, scope);
            case Expr.Call(var _, List<Expr> arguments) -> firstOf(arguments, scope);
            case Expr.In(Expr value, List<Expr> among) -> first(toMany(value, scope), among, scope);
            case Expr.Negative(Expr operand) -> toMany(operand, scope);
            default -> null;
        };
    }

    private static @Nullable String first(@Nullable String found, Expr next, Scope scope) {
        return found != null ? found : toMany(next, scope);
    }

    private static @Nullable String first(@Nullable String found, List<Expr> next, Scope scope) {
        return found != null ? found : firstOf(next, scope);
    }

    private static @Nullable String firstOf(List<Expr> expressions, Scope scope) {
        for (Expr expression : expressions) {
            String found = toMany(expression, scope);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable String toMany(Expr.Path path, Scope scope) {
        EntityType type = scope.type;
        int from = 0;
        Scope variable = scope.variable(path.segments().getFirst());
        if (variable != null) {
            type = variable.type;
            from = 1;
        }
        for (int i = from; i < path.segments().size(); i++) {
            String here = String.join("/", path.segments().subList(0, i + 1));
            Navigation by = type.navigation(path.segments().get(i));
            if (by == null) {
                return null;
            }
            if (by.many() && scope.bound(here) == null) {
                return here;
            }
            type = by.target();
        }
        return null;
    }

    // ---------------------------------------------------------------- properties

    private static Term property(Property property, Scope from) {
        String a = from.alias;
        if (from.type == EntityType.OBSERVATION) {
            return switch (property.name()) {
                case "phenomenonTime" -> new Term.Span(Sql.of(a + ".phenomenon_time"), Sql.of(a + ".phenomenon_end"));
                case "result" -> new Term.Result(a);
                case "resultTime" -> new Term.Scalar(Sql.of(a + ".result_time"), Type.TIME);
                case "validTime" ->
                    new Term.Span(
                            Sql.of("(" + a + ".detail -> 'validTime' ->> 0)::timestamptz"),
                            Sql.of("(" + a + ".detail -> 'validTime' ->> 1)::timestamptz"));
                default -> new Term.Json(Sql.of("(" + a + ".detail -> '" + property.name() + "')"));
            };
        }
        String column = a + "." + property.column();
        return switch (property.kind()) {
            case TEXT -> new Term.Scalar(Sql.of(column), Type.TEXT);
            case INSTANT -> new Term.Scalar(Sql.of(column), Type.TIME);
            case GEOMETRY ->
                new Term.Shape(
                        from.type,
                        a,
                        property.column(),
                        from.type == EntityType.FEATURE_OF_INTEREST ? from.observation : null);
            case COMPUTED -> extent(property.name().equals("resultTime") ? "result" : "phenomenon", from);
            default -> new Term.Json(Sql.of(column));
        };
    }

    private static Term extent(String of, Scope stream) {
        String extent = stream.extent() + "." + of;
        return new Term.Span(Sql.of(extent + "_from"), Sql.of(extent + "_to"));
    }

    /** A member inside JSON. */
    private static Term inside(Term term, List<String> names, Property property) {
        if (names.isEmpty()) {
            return term;
        }
        Sql json = switch (term) {
            case Term.Json(Sql sql) -> sql;
            case Term.Result(String alias) -> Sql.of("(" + alias + ".detail -> 'result')");
            case Term.Shape(var _, String alias, String column, var _) -> Sql.of(alias + "." + column);
            default ->
                throw StaProblem.bad("%s has no members.".formatted(property.name()), "Maybe the path ends there.");
        };
        return new Term.Json(
                json.and(Sql.value(" #> ?", names.toArray(String[]::new))).wrapped());
    }
}
