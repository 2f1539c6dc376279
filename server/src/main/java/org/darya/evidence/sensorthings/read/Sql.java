package org.darya.evidence.sensorthings.read;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece of SQL and the values of its question marks, in order. Nothing a client wrote is ever in the text but {@link #number}s.
 */
public record Sql(String text, List<Object> values) {
    static final Sql NOTHING = new Sql("", List.of());

    /** Text with pieces put in where it says {@code {}}. */
    static Sql of(String pattern, Sql... pieces) {
        if (pieces.length == 0) {
            return new Sql(pattern, List.of());
        }
        var text = new StringBuilder();
        var values = new ArrayList<Object>();
        int from = 0;
        for (Sql piece : pieces) {
            int at = pattern.indexOf("{}", from);
            text.append(pattern, from, at).append(piece.text);
            values.addAll(piece.values);
            from = at + 2;
        }
        return new Sql(text.append(pattern, from, pattern.length()).toString(), values);
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
        for (Sql piece : pieces) {
            if (!text.isEmpty()) {
                text.append(separator);
            }
            text.append(piece.text);
            values.addAll(piece.values);
        }
        return new Sql(text.toString(), values);
    }

    /** Conditions joined, with the word {@code where} before them where there are any. */
    static Sql where(List<Sql> conditions) {
        return conditions.isEmpty() ? NOTHING : of(" where {}", join(" and ", conditions));
    }

    Sql wrapped() {
        return of("({})", this);
    }

    Sql and(Sql more) {
        return of("{}{}", this, more);
    }
}
