package org.darya.evidence.sensorthings.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A piece of SQL and the values of its question marks, in order. Nothing a client wrote is ever in the text but {@link #number}s.
 *
 * @param before what stands in the {@code with} of the statement that the piece comes into, by name; each speaks of those before it alone
 */
public record Sql(String text, List<Object> values, Map<String, Sql> before) {
    static final Sql NOTHING = new Sql("", List.of());

    Sql(String text, List<Object> values) {
        this(text, values, Map.of());
    }

    /** Text with pieces put in where it says {@code {}}. */
    static Sql of(String pattern, Sql... pieces) {
        if (pieces.length == 0) {
            return new Sql(pattern, List.of());
        }
        var text = new StringBuilder();
        var values = new ArrayList<Object>();
        var before = new LinkedHashMap<String, Sql>();
        int from = 0;
        for (Sql piece : pieces) {
            int at = pattern.indexOf("{}", from);
            text.append(pattern, from, at).append(piece.text);
            values.addAll(piece.values);
            before.putAll(piece.before);
            from = at + 2;
        }
        return new Sql(text.append(pattern, from, pattern.length()).toString(), values, before);
    }

    static Sql value(String placeholder, Object value) {
        return new Sql(placeholder, List.of(value));
    }

    /** How many rows: said in the text, for a plan made without it is so poor that the database makes a new one each time. */
    static Sql number(long number) {
        return new Sql(Long.toString(number), List.of());
    }

    static Sql join(String separator, List<Sql> pieces) {
        var text = new StringBuilder();
        var values = new ArrayList<Object>();
        var before = new LinkedHashMap<String, Sql>();
        for (Sql piece : pieces) {
            if (!text.isEmpty()) {
                text.append(separator);
            }
            text.append(piece.text);
            values.addAll(piece.values);
            before.putAll(piece.before);
        }
        return new Sql(text.toString(), values, before);
    }

    /** Conditions joined, with the word {@code where} before them where there are any. */
    static Sql where(List<Sql> conditions) {
        return conditions.isEmpty() ? NOTHING : of(" where {}", join(" and ", conditions));
    }

    /** The same piece, which speaks of rows that the statement finds first, under a name. */
    Sql after(String name, Sql rows) {
        var first = new LinkedHashMap<>(rows.before);
        first.put(name, new Sql(rows.text, rows.values));
        first.putAll(before);
        return new Sql(text, values, first);
    }

    /** The whole statement, what it finds first before it. */
    Sql statement() {
        if (before.isEmpty()) {
            return this;
        }
        var first = new ArrayList<Sql>();
        before.forEach((name, rows) -> first.add(of(name + " as materialized ({})", rows)));
        return of("with {} {}", join(", ", first), new Sql(text, values));
    }

    Sql wrapped() {
        return of("({})", this);
    }

    Sql and(Sql more) {
        return of("{}{}", this, more);
    }
}
