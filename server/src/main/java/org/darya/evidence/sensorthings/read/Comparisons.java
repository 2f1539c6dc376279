package org.darya.evidence.sensorthings.read;

import java.math.BigDecimal;
import java.util.Map;
import org.darya.evidence.sensorthings.StaProblem;
import org.darya.evidence.sensorthings.read.Term.Type;
import org.darya.evidence.sensorthings.time.Interval;

/** {@code eq ne gt ge lt le} between terms of all kinds. */
final class Comparisons {
    private static final Map<String, String> SIGNS =
            Map.of("eq", "=", "ne", "<>", "gt", ">", "ge", ">=", "lt", "<", "le", "<=");
    private static final Map<String, String> TURNED =
            Map.of("eq", "eq", "ne", "ne", "gt", "lt", "ge", "le", "lt", "gt", "le", "ge");

    private Comparisons() {}

    static Sql compare(String operator, Term left, Term right) {
        if (left instanceof Term.Nothing || right instanceof Term.Nothing) {
            return nothing(operator, left instanceof Term.Nothing ? right : left);
        }
        if (rank(right) > rank(left)) {
            return compare(TURNED.getOrDefault(operator, operator), right, left);
        }
        String sign = SIGNS.getOrDefault(operator, "=");
        return switch (left) {
            case Term.Result(String alias) -> result(alias, sign, right);
            case Term.Span span -> span(operator, span, right);
            case Term.Json(Sql json) -> json(json, sign, right);
            case Term.Scalar scalar when right instanceof Term.Scalar other -> scalars(scalar, sign, other);
            default ->
                throw StaProblem.bad(
                        "Geometries cannot be compared with %s.".formatted(operator),
                        "Maybe st_equals or geo.distance was meant.");
        };
    }

    /** What decides how a comparison is done stands on the left. */
    private static int rank(Term term) {
        return switch (term) {
            case Term.Result _ -> 4;
            case Term.Span _ -> 3;
            case Term.Json _ -> 2;
            default -> 1;
        };
    }

    private static Sql nothing(String operator, Term other) {
        Sql value = switch (other) {
            case Term.Scalar(Sql sql, var _, var _) -> sql;
            case Term.Span span -> span.start();
            case Term.Json(Sql sql) -> Sql.of("nullif({}, 'null'::jsonb)", sql);
            case Term.Result(String alias) ->
                Sql.of("coalesce(to_jsonb(" + alias + ".result), nullif(" + alias
                        + ".detail -> 'result', 'null'::jsonb))");
            case Term.Shape(var _, String alias, String column, var _) -> Sql.of(alias + "." + column);
            case Term.Constant _, Term.Nothing _ -> Sql.of("null::text");
        };
        return switch (operator) {
            case "eq" -> Sql.of("({} is null)", value);
            case "ne" -> Sql.of("({} is not null)", value);
            default -> Sql.of("false");
        };
    }

    private static Sql result(String alias, String sign, Term right) {
        return switch (right) {
            // a quoted value is a text and is compared as one, numbers by their digits: so the conformance tests want
            // it
            case Term.Scalar(Sql sql, Type type, var _)
            when type == Type.TEXT -> Sql.of("({} " + sign + " {})", Coercions.text(new Term.Result(alias)), sql);
            case Term.Scalar(Sql sql, Type type, var _)
            when type == Type.BOOL -> Sql.of("(" + alias + ".detail -> 'result' " + sign + " to_jsonb({}))", sql);
            case Term.Scalar(Sql sql, Type type, var _)
            when type == Type.TIME ->
                Sql.of(
                        "({} " + sign + " {})",
                        Coercions.time(new Term.Json(Sql.of("(" + alias + ".detail -> 'result')"))),
                        sql);
            case Term.Json(Sql json) ->
                Sql.of(
                        "(coalesce(to_jsonb(" + alias + ".result), " + alias + ".detail -> 'result') " + sign + " {})",
                        json);
            case Term.Result(String other) ->
                Sql.of("(coalesce(to_jsonb(" + alias + ".result), " + alias
                        + ".detail -> 'result') " + sign + " coalesce(to_jsonb(" + other + ".result), " + other
                        + ".detail -> 'result'))");
            default -> Sql.of("(" + alias + ".result " + sign + " {})", Coercions.number(right));
        };
    }

    private static Sql span(String operator, Term.Span left, Term right) {
        Term other = right;
        if (right instanceof Term.Scalar(var _, Type type, Object given)
                && type == Type.TEXT
                && given instanceof String text) {
            Interval interval = Interval.parse(text);
            other = interval.instant()
                    ? new Term.Scalar(Compiler.instant(interval.start()), Type.TIME)
                    : new Term.Span(Compiler.instant(interval.start()), Compiler.instant(interval.end()));
        }
        Sql from = Coercions.time(other);
        Sql to = other instanceof Term.Span span ? span.last() : from;
        Sql start = left.start();
        Sql last = left.last();
        return switch (operator) {
            case "eq" -> Sql.of("({} = {} and {} = {})", start, from, last, to);
            case "ne" -> Sql.of("({} <> {} or {} <> {})", start, from, last, to);
            case "gt" ->
                Sql.of(
                        other instanceof Term.Span ? "({} >= {})" : "({} > {})",
                        start,
                        other instanceof Term.Span ? to : from);
            case "ge" -> Sql.of("({} >= {})", start, from);
            // the start too, although the end implies it: the start has an index
            case "lt" ->
                left.end() == null
                        ? Sql.of("({} < {})", start, from)
                        : Sql.of("({} < {} and coalesce({} <= {}, true))", start, from, left.end(), from);
            default ->
                left.end() == null
                        ? Sql.of("({} <= {})", start, to)
                        : Sql.of("({} <= {} and coalesce({} <= {}, true))", start, to, left.end(), to);
        };
    }

    private static Sql json(Sql json, String sign, Term right) {
        return switch (right) {
            case Term.Scalar(Sql sql, Type type, var _)
            when number(type) -> Sql.of("({} " + sign + " {})", Coercions.number(new Term.Json(json)), sql);
            case Term.Scalar(Sql sql, Type type, var _)
            when type == Type.TEXT -> Sql.of("({} " + sign + " {})", Coercions.text(new Term.Json(json)), sql);
            case Term.Scalar(Sql sql, Type type, var _)
            when type == Type.BOOL ->
                Sql.of(
                        "(case when jsonb_typeof({}) = 'boolean' then {} " + sign + " to_jsonb({}) end)",
                        json,
                        json,
                        sql);
            case Term.Scalar(Sql sql, Type type, var _)
            when type == Type.TIME || type == Type.DATE ->
                Sql.of("({} " + sign + " {})", Coercions.time(new Term.Json(json)), Coercions.time(right));
            case Term.Json(Sql other) -> Sql.of("({} " + sign + " {})", json, other);
            default -> throw Coercions.wrong("a number, a text or a time");
        };
    }

    private static Sql scalars(Term.Scalar left, String sign, Term.Scalar right) {
        Type a = left.type();
        Type b = right.type();
        if (isId(a) && right.constant() instanceof BigDecimal number) {
            return id(left, sign, number);
        }
        if (isId(b) && left.constant() instanceof BigDecimal number) {
            return id(right, TURNED_SIGNS.getOrDefault(sign, sign), number);
        }
        if (a == b || (number(a) && number(b))) {
            return Sql.of("({} " + sign + " {})", left.sql(), right.sql());
        }
        if (moment(a) || moment(b)) {
            return Sql.of("({} " + sign + " {})", Coercions.time(left), Coercions.time(right));
        }
        if ((number(a) && right.constant() != null && b == Type.TEXT)
                || (number(b) && left.constant() != null && a == Type.TEXT)) {
            return Sql.of("({} " + sign + " {})", Coercions.number(left), Coercions.number(right));
        }
        if (a == Type.TEXT || b == Type.TEXT) {
            return Sql.of("({} " + sign + " {})", Coercions.text(left), Coercions.text(right));
        }
        throw Coercions.wrong("a value of the same kind");
    }

    private static final Map<String, String> TURNED_SIGNS = Map.of(">", "<", "<", ">", ">=", "<=", "<=", ">=");

    private static Sql id(Term.Scalar id, String sign, BigDecimal number) {
        if (number.stripTrailingZeros().scale() > 0 || number.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            return Sql.of("({} " + sign + " {})", id.sql(), Sql.value("?::numeric", number));
        }
        Sql same = Sql.value("?::bigint", number.longValue());
        if (id.type() == Type.LONG_ID && !sign.equals("<>")) {
            String upper = sign.equals("=") ? "=" : sign.startsWith(">") ? ">=" : "<=";
            return Sql.of("({} >> 7 " + upper + " {} >> 7 and {} " + sign + " {})", id.sql(), same, id.sql(), same);
        }
        return Sql.of("({} " + sign + " {})", id.sql(), same);
    }

    private static boolean isId(Type type) {
        return type == Type.ID || type == Type.LONG_ID;
    }

    private static boolean number(Type type) {
        return type == Type.NUMBER || isId(type);
    }

    private static boolean moment(Type type) {
        return type == Type.TIME || type == Type.DATE;
    }
}
