package org.darya.evidence.sensorthings.read;

import org.darya.evidence.sensorthings.StaProblem;
import org.darya.evidence.sensorthings.read.Term.Type;
import org.darya.evidence.sensorthings.time.Instants;

/** Makes SQL of a wanted type from a term; JSON gives null where it holds another type. */
final class Coercions {
    private Coercions() {}

    static Sql number(Term term) {
        return switch (term) {
            case Term.Scalar(Sql sql, Type type, var _)
            when type == Type.NUMBER || type == Type.ID || type == Type.LONG_ID -> sql;
            case Term.Scalar(Sql sql, Type type, Object text)
            when type == Type.TEXT && text instanceof String given -> Sql.value("?::float8", parsed(given));
            case Term.Json(Sql sql) ->
                Sql.of("(case when jsonb_typeof({}) = 'number' then ({})::float8 end)", sql, sql);
            case Term.Result(String alias) -> Sql.of(alias + ".result");
            case Term.Nothing() -> Sql.of("null::float8");
            default -> throw wrong("a number");
        };
    }

    private static Double parsed(String text) {
        try {
            return Double.valueOf(text.strip());
        } catch (NumberFormatException e) {
            throw wrong("a number");
        }
    }

    static Sql text(Term term) {
        return switch (term) {
            case Term.Scalar(Sql sql, Type type, var _) when type == Type.TEXT -> sql;
            case Term.Scalar(Sql sql, var _, var _) -> Sql.of("({})::text", sql);
            case Term.Json(Sql sql) -> Sql.of("({} #>> '{}')".replace("'{}'", "array[]::text[]"), sql);
            case Term.Result(String alias) ->
                Sql.of("coalesce(" + alias + ".detail ->> 'result', " + alias + ".result::text)");
            case Term.Nothing() -> Sql.of("null::text");
            default -> throw wrong("a text");
        };
    }

    static Sql time(Term term) {
        return switch (term) {
            case Term.Scalar(Sql sql, Type type, var _) when type == Type.TIME -> sql;
            case Term.Scalar(Sql sql, Type type, var _)
            when type == Type.DATE -> Sql.of("(({})::timestamp at time zone 'UTC')", sql);
            case Term.Scalar(var _, Type type, Object text)
            when type == Type.TEXT && text instanceof String given -> Compiler.instant(Instants.parse(given));
            case Term.Span span -> span.start();
            case Term.Json(Sql sql) ->
                Sql.of(
                        "(case when {} #>> array[]::text[] ~ '^\\d{4}-[01]\\d-[0-3]\\d(T[0-2]\\d:[0-5]\\d(:[0-5]\\d(\\.\\d+)?)?(Z|[+-]\\d\\d:?\\d\\d)?)?$' then ({} #>> array[]::text[])::timestamptz end)",
                        sql, sql);
            default -> throw wrong("a time");
        };
    }

    static StaProblem wrong(String wanted) {
        return StaProblem.bad(
                "Something that is not %s stands where %s is needed.".formatted(wanted, wanted),
                "Maybe the two sides of an operator, or the values of a function, are of different kinds.");
    }
}
