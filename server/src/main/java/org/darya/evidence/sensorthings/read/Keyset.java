package org.darya.evidence.sensorthings.read;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.darya.evidence.sensorthings.StaProblem;
import org.darya.evidence.sensorthings.model.EntityType;
import org.darya.evidence.sensorthings.query.Expr;
import org.darya.evidence.sensorthings.query.OrderBy;
import org.darya.evidence.sensorthings.read.Term.Type;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The order of a set, always total, and the place in it where a page begins: the keys of the last entity before, so that
 * a late page costs what the first one costs.
 */
final class Keyset {
    private static final JsonMapper JSON = new JsonMapper();

    /** @param type to read a key from text again */
    private record Key(Sql sql, boolean descending, String type, boolean nullable) {}

    private final List<Key> keys = new ArrayList<>();
    /** whether the only keys are an observation's time and id, which every fetched observation has */
    private final boolean timeAlone;

    Keyset(List<OrderBy> order, Scope scope, Compiler compiler) throws SQLException {
        boolean observation = scope.type == EntityType.OBSERVATION;
        boolean total = false;
        for (OrderBy by : order) {
            Key key = key(by, compiler.term(by.key(), scope));
            if (observation && key.type().equals("bigint")) {
                keys.add(new Key(Sql.of("({} >> 7)", key.sql()), key.descending(), "bigint", false));
            }
            keys.add(key);
            total |= key.sql().text().equals(scope.alias + ".id");
        }
        if (order.isEmpty() && observation) {
            keys.add(new Key(Sql.of(scope.alias + ".phenomenon_time"), false, "timestamptz", false));
        }
        if (!total) {
            keys.add(new Key(Sql.of(scope.alias + ".id"), false, "bigint", false));
        }
        timeAlone = observation
                && (order.isEmpty()
                        || (order.size() == 1
                                && order.getFirst().key() instanceof Expr.Path path
                                && path.segments().equals(List.of("phenomenonTime"))));
    }

    private static Key key(OrderBy by, Term term) {
        boolean down = by.descending();
        return switch (term) {
            case Term.Scalar(Sql sql, Type type, var _) ->
                new Key(
                        sql,
                        down,
                        switch (type) {
                            case NUMBER -> "float8";
                            case ID, LONG_ID -> "bigint";
                            case TEXT -> "text";
                            case BOOL -> "boolean";
                            case TIME -> "timestamptz";
                            case DATE -> "date";
                            case TIME_OF_DAY -> "time";
                            case DURATION -> "interval";
                        },
                        type != Type.ID && type != Type.LONG_ID);
            case Term.Span span ->
                new Key(span.start(), down, "timestamptz", !span.start().text().endsWith(".phenomenon_time"));
            case Term.Json(Sql sql) -> new Key(sql, down, "jsonb", true);
            case Term.Result(String alias) -> new Key(Sql.of(alias + ".result"), down, "float8", true);
            case Term.Shape shape ->
                new Key(Sql.of("(" + shape.alias() + "." + shape.column() + "::text)"), down, "text", true);
            case Term.Constant _, Term.Nothing _ ->
                throw StaProblem.bad("A set cannot be ordered by a constant.", "Maybe order it by a property.");
        };
    }

    boolean timeAlone() {
        return timeAlone;
    }

    boolean descending() {
        return keys.getFirst().descending();
    }

    Sql order() {
        var terms = new ArrayList<Sql>();
        for (Key key : keys) {
            terms.add(key.descending() ? Sql.of("{} desc", key.sql()) : key.sql());
        }
        return Sql.of(" order by {}", Sql.join(", ", terms));
    }

    /** The same order turned round. */
    Sql reversed() {
        var terms = new ArrayList<Sql>();
        for (Key key : keys) {
            terms.add(key.descending() ? key.sql() : Sql.of("{} desc", key.sql()));
        }
        return Sql.of(" order by {}", Sql.join(", ", terms));
    }

    /** The keys as text, for the entity after which the next page begins. */
    Sql texts() {
        var texts = new ArrayList<Sql>();
        for (Key key : keys) {
            texts.add(Sql.of("({})::text", key.sql()));
        }
        return Sql.join(", ", texts);
    }

    int size() {
        return keys.size();
    }

    static String token(List<@Nullable String> texts) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(JSON.writeValueAsString(texts).getBytes(StandardCharsets.UTF_8));
    }

    /** What comes after a token in this order. */
    Sql after(String token) {
        var values = new ArrayList<@Nullable String>();
        try {
            JsonNode json = JSON.readTree(Base64.getUrlDecoder().decode(token));
            for (JsonNode value : json) {
                values.add(value.isNull() ? null : value.asString());
            }
        } catch (IllegalArgumentException | JacksonException e) {
            throw broken();
        }
        if (values.size() != keys.size()) {
            throw broken();
        }
        // the first key too by itself, although the rest implies it: it has an index
        Sql bound = bound(keys.getFirst(), values.getFirst());
        Sql rest = later(0, values);
        return bound == null ? rest : Sql.of("{} and {}", bound, rest);
    }

    private static StaProblem broken() {
        return StaProblem.bad(
                "The place in $skiptoken cannot be read.",
                "Maybe the nextLink was shortened or belongs to another order.");
    }

    private static @Nullable Sql bound(Key key, @Nullable String value) {
        if (value == null || key.nullable()) {
            return null;
        }
        return Sql.of("{} " + (key.descending() ? "<=" : ">=") + " {}", key.sql(), given(key, value));
    }

    private static Sql given(Key key, String value) {
        return Sql.value("?::text::" + key.type(), value);
    }

    private Sql later(int i, List<@Nullable String> values) {
        Key key = keys.get(i);
        String value = values.get(i);
        Sql beyond;
        if (value == null) {
            beyond = key.descending() ? Sql.of("{} is not null", key.sql()) : Sql.of("false");
        } else if (key.descending()) {
            beyond = Sql.of("{} < {}", key.sql(), given(key, value));
        } else {
            beyond = key.nullable()
                    ? Sql.of("({} > {} or {} is null)", key.sql(), given(key, value), key.sql())
                    : Sql.of("{} > {}", key.sql(), given(key, value));
        }
        if (i == keys.size() - 1) {
            return beyond;
        }
        Sql same = value == null ? Sql.of("{} is null", key.sql()) : Sql.of("{} = {}", key.sql(), given(key, value));
        return Sql.of("({} or ({} and {}))", beyond, same, later(i + 1, values));
    }
}
