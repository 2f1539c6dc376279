package org.darya.evidence.sensorthings.read;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.darya.evidence.sensorthings.StaProblem;
import org.darya.evidence.sensorthings.query.Expr;
import org.darya.evidence.sensorthings.read.Term.Type;
import org.darya.evidence.sensorthings.time.Instants;

/** Turns expressions into SQL with parameters. */
final class Compiler {
    private final ShapeSearch shapes;
    private final Functions functions;
    private final Relations relations;

    Compiler(Tables tables, ShapeSearch shapes) {
        this.shapes = shapes;
        this.functions = new Functions(this);
        this.relations = new Relations(tables, this);
    }

    ShapeSearch shapes() {
        return shapes;
    }

    // ---------------------------------------------------------------- conditions

    /** A condition on a row; what is neither true nor false counts as false. */
    Sql condition(Expr expression, Scope scope) throws SQLException {
        return switch (expression) {
            case Expr.Binary(String operator, var _, var _)
            when operator.equals("and") -> conjunction(expression, scope);
            case Expr.Binary(String operator, Expr left, Expr right)
            when operator.equals("or") -> Sql.of("({} or {})", condition(left, scope), condition(right, scope));
            case Expr.Not(Expr operand) -> Sql.of("(not coalesce({}, false))", condition(operand, scope));
            case Expr.Quantified quantified -> relations.quantified(quantified, scope);
            default -> {
                String many = Paths.toMany(expression, scope);
                yield many == null ? bool(expression, scope) : relations.some(many, List.of(expression), scope);
            }
        };
    }

    /** Conditions of one conjunction that lead through the same relation to many speak of the same related row. */
    private Sql conjunction(Expr expression, Scope scope) throws SQLException {
        var operands = new ArrayList<Expr>();
        flatten(expression, operands);
        var conditions = new ArrayList<Sql>();
        Map<String, List<Expr>> grouped = new LinkedHashMap<>();
        for (Expr operand : operands) {
            String many = leaf(operand) ? Paths.toMany(operand, scope) : null;
            if (many == null) {
                conditions.add(condition(operand, scope));
            } else {
                grouped.computeIfAbsent(many, _ -> new ArrayList<>()).add(operand);
            }
        }
        for (var group : grouped.entrySet()) {
            conditions.add(relations.some(group.getKey(), group.getValue(), scope));
        }
        return Sql.of("({})", Sql.join(" and ", conditions));
    }

    private static void flatten(Expr expression, List<Expr> into) {
        if (expression instanceof Expr.Binary(String operator, Expr left, Expr right) && operator.equals("and")) {
            flatten(left, into);
            flatten(right, into);
        } else {
            into.add(expression);
        }
    }

    private static boolean leaf(Expr expression) {
        return !(expression instanceof Expr.Not || expression instanceof Expr.Quantified)
                && !(expression instanceof Expr.Binary(String operator, var _, var _) && operator.equals("or"));
    }

    private Sql bool(Expr expression, Scope scope) throws SQLException {
        Term term = term(expression, scope);
        return switch (term) {
            case Term.Scalar(Sql sql, Type type, var _) when type == Type.BOOL -> sql;
            case Term.Json(Sql sql) -> Sql.of("({} = 'true'::jsonb)", sql);
            case Term.Result(String alias) -> Sql.of("(" + alias + ".detail -> 'result' = 'true'::jsonb)");
            default ->
                throw StaProblem.bad(
                        "A condition gives no yes or no.", "Maybe a comparison such as \"eq 5\" is missing.");
        };
    }

    // ---------------------------------------------------------------- terms

    Term term(Expr expression, Scope scope) throws SQLException {
        return switch (expression) {
            case Expr.Number(var value) -> number(value);
            case Expr.Text(String value) -> new Term.Scalar(Sql.value("?::text", value), Type.TEXT, value);
            case Expr.Bool(boolean value) -> new Term.Scalar(Sql.of(value ? "true" : "false"), Type.BOOL, value);
            case Expr.Null() -> new Term.Nothing();
            case Expr.Time(var value) ->
                value.instant()
                        ? new Term.Scalar(instant(value.start()), Type.TIME, value.start())
                        : new Term.Span(instant(value.start()), instant(value.end()));
            case Expr.TimeOfDay(String value) -> new Term.Scalar(Sql.value("?::time", value), Type.TIME_OF_DAY);
            case Expr.Duration(String value) -> new Term.Scalar(Sql.value("?::interval", value), Type.DURATION);
            case Expr.Geography(String wkt) ->
                new Term.Constant(org.darya.evidence.sensorthings.geo.Shapes.ofText(wkt));
            case Expr.Path path -> Paths.term(path, scope);
            case Expr.Call(String name, List<Expr> arguments) -> functions.call(name, arguments, scope);
            case Expr.Negative(Expr operand) ->
                new Term.Scalar(Sql.of("(- {})", numeric(term(operand, scope))), Type.NUMBER);
            case Expr.Binary(String operator, Expr left, Expr right) -> binary(operator, left, right, scope);
            case Expr.In(Expr value, List<Expr> among) -> among(value, among, scope);
            case Expr.Not _, Expr.Quantified _ -> new Term.Scalar(condition(expression, scope), Type.BOOL);
        };
    }

    static Sql instant(long micros) {
        try {
            return Sql.value("?", Instants.date(micros));
        } catch (java.time.DateTimeException e) {
            throw StaProblem.bad("A time lies beyond what can be kept.", "Maybe a digit is too many.");
        }
    }

    private static Term number(java.math.BigDecimal value) {
        return new Term.Scalar(Sql.value("?::float8", value.doubleValue()), Type.NUMBER, value);
    }

    private Term among(Expr value, List<Expr> among, Scope scope) throws SQLException {
        var any = new ArrayList<Sql>();
        Term left = term(value, scope);
        for (Expr one : among) {
            any.add(Comparisons.compare("eq", left, term(one, scope)));
        }
        return new Term.Scalar(Sql.of("({})", Sql.join(" or ", any)), Type.BOOL);
    }

    private Term binary(String operator, Expr left, Expr right, Scope scope) throws SQLException {
        return switch (operator) {
            case "and", "or" -> new Term.Scalar(condition(new Expr.Binary(operator, left, right), scope), Type.BOOL);
            case "add", "sub", "mul", "div", "mod" -> Arithmetic.of(operator, term(left, scope), term(right, scope));
            default -> new Term.Scalar(Comparisons.compare(operator, term(left, scope), term(right, scope)), Type.BOOL);
        };
    }

    Sql numeric(Term term) {
        return Coercions.number(term);
    }
}
