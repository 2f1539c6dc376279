package org.darya.evidence.sensorthings.read;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.darya.evidence.sensorthings.StaProblem;
import org.darya.evidence.sensorthings.query.Expr;
import org.darya.evidence.sensorthings.read.Term.Type;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.TopologyException;

/**
 * {@code geo.*} and {@code st_*}. Distances and lengths are in degrees, as the reference implementation gives them. What
 * a function gives for each kept geometry is worked out first and goes into the statement as ids.
 */
final class ShapeFunctions {
    /** A relation between the kept geometry and the given one, in the order they were written. */
    private interface Relation {
        boolean holds(Geometry first, Geometry second);
    }

    private static final Map<String, Relation> RELATIONS = Map.of(
            "st_equals", Geometry::equalsTopo,
            "st_touches", Geometry::touches,
            "st_within", Geometry::within,
            "st_overlaps", Geometry::overlaps,
            "st_crosses", Geometry::crosses,
            "st_intersects", Geometry::intersects,
            "st_contains", Geometry::contains,
            "geo.intersects", Geometry::intersects);

    private final Compiler compiler;

    ShapeFunctions(Compiler compiler) {
        this.compiler = compiler;
    }

    Term call(String name, List<Expr> arguments, Scope scope) throws SQLException {
        Relation relation = RELATIONS.get(name);
        if (relation != null) {
            Functions.count(name, arguments, 2);
            return relation(relation, arguments, scope, true);
        }
        switch (name) {
            case "st_disjoint" -> {
                Functions.count(name, arguments, 2);
                return relation(Geometry::disjoint, arguments, scope, false);
            }
            case "st_relate" -> {
                Functions.count(name, arguments, 3);
                if (!(arguments.get(2) instanceof Expr.Text(String pattern)) || !pattern.matches("[TF*012]{9}")) {
                    throw StaProblem.bad("st_relate needs a pattern of nine signs.", "Maybe write it as 'T*F**F***'.");
                }
                return relation((a, b) -> a.relate(b, pattern), arguments.subList(0, 2), scope, false);
            }
            case "geo.distance", "st_distance" -> {
                Functions.count(name, arguments, 2);
                return distance(arguments, scope);
            }
            case "geo.length", "st_length" -> {
                Functions.count(name, arguments, 1);
                return measured(compiler.term(arguments.getFirst(), scope), Geometry::getLength);
            }
            default ->
                throw StaProblem.bad(
                        "There is no function \"%s\".".formatted(StaProblem.shown(name)),
                        "Maybe it is one of st_within, st_intersects, st_contains, geo.distance, geo.intersects, geo.length.");
        }
    }

    private Term relation(Relation relation, List<Expr> arguments, Scope scope, boolean near) throws SQLException {
        Term first = compiler.term(arguments.get(0), scope);
        Term second = compiler.term(arguments.get(1), scope);
        if (first instanceof Term.Constant(Geometry a) && second instanceof Term.Constant(Geometry b)) {
            return new Term.Scalar(Sql.of(holds(relation, a, b) ? "true" : "false"), Type.BOOL);
        }
        if (first instanceof Term.Shape shape && second instanceof Term.Constant(Geometry given)) {
            return found(shape, near ? given : null, kept -> holds(relation, kept, given) ? true : null);
        }
        if (first instanceof Term.Constant(Geometry given) && second instanceof Term.Shape shape) {
            return found(shape, near ? given : null, kept -> holds(relation, given, kept) ? true : null);
        }
        if (near && first instanceof Term.Shape one && second instanceof Term.Shape other) {
            return found(one, other, relation);
        }
        throw needed(first, second);
    }

    /** Of two kept geometries no function is worked out that says something of all pairs there are. */
    private static StaProblem needed(Term first, Term second) {
        return first instanceof Term.Shape && second instanceof Term.Shape
                ? new StaProblem(
                        501,
                        "Distances, st_disjoint and st_relate are not worked out between two kept geometries.",
                        "Maybe st_intersects or another relation does it, perhaps with \"not\", or a geometry given as geography'POINT(71.4 51.1)'.")
                : StaProblem.bad(
                        "A function of geometries needs a location, feature or observedArea or a given geometry.",
                        "Maybe write the geometry as geography'POINT(71.4 51.1)'.");
    }

    private static boolean holds(Relation relation, Geometry a, Geometry b) {
        try {
            return relation.holds(a, b);
        } catch (IllegalArgumentException | TopologyException e) {
            return false; // collections and invalid polygons stand in no such relation
        }
    }

    private Term found(Term.Shape shape, @Nullable Geometry near, Function<Geometry, @Nullable Boolean> function)
            throws SQLException {
        Map<Integer, Boolean> found =
                compiler.shapes().search(shape, near == null ? null : near.getEnvelopeInternal(), function);
        int[] ids = ids(found);
        return new Term.Scalar(condition(shape, ids), Type.BOOL);
    }

    /** Rows whose two geometries stand in the relation; a geometry meets itself only, not its like in other rows. */
    private Term found(Term.Shape first, Term.Shape second, Relation relation) throws SQLException {
        if (first.alias().equals(second.alias()) && first.column().equals(second.column())) {
            return found(first, null, kept -> holds(relation, kept, kept) ? true : null);
        }
        ShapeSearch shapes = compiler.shapes();
        ShapePairs pairs = ShapePairs.meeting(
                shapes.search(first, null, kept -> kept),
                shapes.search(second, null, kept -> kept),
                (a, b) -> holds(relation, a, b));
        return new Term.Scalar(
                Sql.of(
                        "({} and {} and {})",
                        condition(first, pairs.first()),
                        condition(second, pairs.second()),
                        pairs.condition(first.alias(), second.alias())),
                Type.BOOL);
    }

    /** Observations found by their feature: the streams that have such are few, and streams have an index. */
    private Sql condition(Term.Shape shape, int[] ids) throws SQLException {
        String observation = shape.observation();
        if (observation == null) {
            return Sql.value(shape.alias() + ".id = any (?)", ids);
        }
        int[] streams = compiler.shapes().streamsOf(ids).stream()
                .mapToInt(Integer::intValue)
                .toArray();
        return Sql.of(
                "({} and {})",
                Sql.value(observation + ".feature = any (?)", ids),
                Sql.value(observation + ".datastream = any (?)", streams));
    }

    private static int[] ids(Map<Integer, ?> found) {
        return found.keySet().stream().mapToInt(Integer::intValue).toArray();
    }

    private Term distance(List<Expr> arguments, Scope scope) throws SQLException {
        Term first = compiler.term(arguments.get(0), scope);
        Term second = compiler.term(arguments.get(1), scope);
        if (first instanceof Term.Constant(Geometry a) && second instanceof Term.Constant(Geometry b)) {
            return new Term.Scalar(Sql.value("?::float8", a.distance(b)), Type.NUMBER);
        }
        Term kept = first instanceof Term.Shape ? first : second;
        Term other = first instanceof Term.Shape ? second : first;
        if (other instanceof Term.Constant(Geometry given)) {
            return measured(kept, given::distance);
        }
        throw needed(first, second);
    }

    private Term measured(Term term, Function<Geometry, Double> measure) throws SQLException {
        if (term instanceof Term.Constant(Geometry given)) {
            return new Term.Scalar(Sql.value("?::float8", measure.apply(given)), Type.NUMBER);
        }
        if (!(term instanceof Term.Shape shape)) {
            throw needed(term, term);
        }
        Map<Integer, Double> values = compiler.shapes().search(shape, null, measure::apply);
        // looked up by id in one value, and not by a subselect: a cluster sends it to all machines
        String byId = values.entrySet().stream()
                .filter(entry -> Double.isFinite(entry.getValue()))
                .map(entry -> "\"" + entry.getKey() + "\":" + entry.getValue())
                .collect(Collectors.joining(",", "{", "}"));
        return new Term.Scalar(
                Sql.of("(({} ->> " + shape.alias() + ".id::text)::float8)", Sql.value("?::text::jsonb", byId)),
                Type.NUMBER);
    }
}
