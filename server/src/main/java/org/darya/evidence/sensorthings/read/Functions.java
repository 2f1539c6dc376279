package org.darya.evidence.sensorthings.read;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.darya.evidence.sensorthings.StaProblem;
import org.darya.evidence.sensorthings.query.Expr;
import org.darya.evidence.sensorthings.read.Term.Type;

/** The functions of {@code $filter}: 18-088 section 9.3.3.5.2, and {@code contains} of OData 4. */
final class Functions {
    private static final Map<String, String> PARTS = Map.of(
            "year", "year", "month", "month", "day", "day", "hour", "hour", "minute", "minute", "second", "second");

    private final Compiler compiler;
    private final ShapeFunctions shapes;

    Functions(Compiler compiler) {
        this.compiler = compiler;
        this.shapes = new ShapeFunctions(compiler);
    }

    Term call(String name, List<Expr> arguments, Scope scope) throws SQLException {
        if (name.startsWith("geo.") || name.startsWith("st_")) {
            return shapes.call(name, arguments, scope);
        }
        return switch (name) {
            case "substringof" -> bool("(strpos({1}, {0}) > 0)", texts(name, arguments, 2, scope));
            case "contains" -> bool("(strpos({0}, {1}) > 0)", texts(name, arguments, 2, scope));
            case "startswith" -> bool("starts_with({0}, {1})", texts(name, arguments, 2, scope));
            case "endswith" -> bool("(right({0}, length({1})) = {1})", texts(name, arguments, 2, scope));
            case "length" -> number("length({0})", texts(name, arguments, 1, scope));
            case "indexof" -> number("(strpos({0}, {1}) - 1)", texts(name, arguments, 2, scope));
            case "substring" -> substring(arguments, scope);
            case "tolower" -> text("lower({0})", texts(name, arguments, 1, scope));
            case "toupper" -> text("upper({0})", texts(name, arguments, 1, scope));
            case "trim" -> text("btrim({0})", texts(name, arguments, 1, scope));
            case "concat" -> text("({0} || {1})", texts(name, arguments, 2, scope));
            case "year", "month", "day", "hour", "minute" -> {
                Sql time = time(name, arguments, scope);
                yield new Term.Scalar(
                        Sql.of("extract(" + PARTS.get(name) + " from {} at time zone 'UTC')::float8", time),
                        Type.NUMBER);
            }
            case "second" ->
                new Term.Scalar(
                        Sql.of("floor(extract(second from {}))::float8", time(name, arguments, scope)), Type.NUMBER);
            case "fractionalseconds" -> {
                Sql time = time(name, arguments, scope);
                yield new Term.Scalar(
                        Sql.of("(extract(second from {}) - floor(extract(second from {})))::float8", time, time),
                        Type.NUMBER);
            }
            case "date" ->
                new Term.Scalar(Sql.of("({} at time zone 'UTC')::date", time(name, arguments, scope)), Type.DATE);
            case "time" ->
                new Term.Scalar(
                        Sql.of("({} at time zone 'UTC')::time", time(name, arguments, scope)), Type.TIME_OF_DAY);
            // times are kept in UTC
            case "totaloffsetminutes" ->
                new Term.Scalar(
                        Sql.of("(case when {} is not null then 0 end)::float8", time(name, arguments, scope)),
                        Type.NUMBER);
            case "now" -> {
                count(name, arguments, 0);
                yield new Term.Scalar(Sql.of("now()"), Type.TIME);
            }
            case "mindatetime" -> {
                count(name, arguments, 0);
                yield new Term.Scalar(Sql.of("'-infinity'::timestamptz"), Type.TIME);
            }
            case "maxdatetime" -> {
                count(name, arguments, 0);
                yield new Term.Scalar(Sql.of("'infinity'::timestamptz"), Type.TIME);
            }
            // halves are rounded away from zero, as OData says
            case "round" -> number("round(({0})::numeric)::float8", numbers(name, arguments, scope));
            case "floor" -> number("floor({0}::float8)", numbers(name, arguments, scope));
            case "ceiling" -> number("ceil({0}::float8)", numbers(name, arguments, scope));
            case "before", "after", "meets", "during", "overlaps", "starts", "finishes" ->
                relation(name, arguments, scope);
            default ->
                throw StaProblem.bad(
                        "There is no function \"%s\".".formatted(StaProblem.shown(name)),
                        "Maybe it is one of substringof, contains, startswith, endswith, year, round, st_within, geo.distance, during.");
        };
    }

    static void count(String name, List<Expr> arguments, int wanted) {
        if (arguments.size() != wanted) {
            throw StaProblem.bad(
                    "The function %s takes %d values and got %d.".formatted(name, wanted, arguments.size()),
                    "Maybe a comma is missing or one too many.");
        }
    }

    private Sql[] texts(String name, List<Expr> arguments, int wanted, Scope scope) throws SQLException {
        count(name, arguments, wanted);
        Sql[] texts = new Sql[wanted];
        for (int i = 0; i < wanted; i++) {
            texts[i] = Coercions.text(compiler.term(arguments.get(i), scope));
        }
        return texts;
    }

    private Sql[] numbers(String name, List<Expr> arguments, Scope scope) throws SQLException {
        count(name, arguments, 1);
        return new Sql[] {Coercions.number(compiler.term(arguments.getFirst(), scope))};
    }

    private Sql time(String name, List<Expr> arguments, Scope scope) throws SQLException {
        count(name, arguments, 1);
        return Coercions.time(compiler.term(arguments.getFirst(), scope)).wrapped();
    }

    private Term substring(List<Expr> arguments, Scope scope) throws SQLException {
        if (arguments.size() < 2 || arguments.size() > 3) {
            count("substring", arguments, 2);
        }
        Sql text = Coercions.text(compiler.term(arguments.get(0), scope));
        Sql from = Coercions.number(compiler.term(arguments.get(1), scope));
        if (arguments.size() == 2) {
            return new Term.Scalar(Sql.of("substr({}, greatest(({})::int, 0) + 1)", text, from), Type.TEXT);
        }
        Sql length = Coercions.number(compiler.term(arguments.get(2), scope));
        return new Term.Scalar(
                Sql.of("substr({}, greatest(({})::int, 0) + 1, greatest(({})::int, 0))", text, from, length),
                Type.TEXT);
    }

    private Term relation(String name, List<Expr> arguments, Scope scope) throws SQLException {
        count(name, arguments, 2);
        Term left = compiler.term(arguments.get(0), scope);
        Term right = compiler.term(arguments.get(1), scope);
        Sql a = Coercions.time(left);
        Sql aLast = left instanceof Term.Span span ? span.last() : a;
        Sql b = Coercions.time(right);
        Sql bLast = right instanceof Term.Span span ? span.last() : b;
        Sql condition = switch (name) {
            case "before" -> Sql.of("({} < {})", aLast, b);
            case "after" -> Sql.of("({} > {})", a, bLast);
            case "meets" -> Sql.of("({} = {} or {} = {})", aLast, b, a, bLast);
            case "during" -> Sql.of("({} >= {} and {} <= {})", a, b, aLast, bLast);
            case "overlaps" -> Sql.of("({} <= {} and {} >= {})", a, bLast, aLast, b);
            case "starts" -> Sql.of("({} = {})", a, b);
            default -> Sql.of("({} = {})", aLast, bLast);
        };
        return new Term.Scalar(condition, Type.BOOL);
    }

    private static Term bool(String pattern, Sql[] values) {
        return new Term.Scalar(filled(pattern, values), Type.BOOL);
    }

    private static Term text(String pattern, Sql[] values) {
        return new Term.Scalar(filled(pattern, values), Type.TEXT);
    }

    private static Term number(String pattern, Sql[] values) {
        return new Term.Scalar(filled(pattern, values), Type.NUMBER);
    }

    /** Puts numbered pieces in, in whatever order the pattern names them. */
    private static Sql filled(String pattern, Sql[] values) {
        var pieces = new java.util.ArrayList<Sql>();
        var text = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            if (pattern.charAt(i) == '{') {
                pieces.add(values[pattern.charAt(i + 1) - '0']);
                text.append("{}");
                i += 2;
            } else {
                text.append(pattern.charAt(i));
            }
        }
        return Sql.of(text.toString(), pieces.toArray(Sql[]::new));
    }
}
