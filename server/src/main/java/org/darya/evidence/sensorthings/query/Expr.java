package org.darya.evidence.sensorthings.query;

import java.math.BigDecimal;
import java.util.List;
import org.darya.evidence.sensorthings.time.Interval;

/** The syntax tree of {@code $filter} and {@code $orderby}. */
public sealed interface Expr {
    record Number(BigDecimal value) implements Expr {}

    record Text(String value) implements Expr {}

    record Bool(boolean value) implements Expr {}

    record Null() implements Expr {}

    /** An instant or an interval. */
    record Time(Interval value) implements Expr {}

    /** A time of day, as PostgreSQL reads it. */
    record TimeOfDay(String value) implements Expr {}

    /** A length of time as ISO 8601 writes it. */
    record Duration(String value) implements Expr {}

    /** A geometry as well-known text. */
    record Geography(String wkt) implements Expr {}

    /** A property, perhaps of a related entity, perhaps inside JSON. */
    record Path(List<String> segments) implements Expr {
        public Path {
            segments = List.copyOf(segments);
        }

        @Override
        public String toString() {
            return String.join("/", segments);
        }
    }

    record Call(String function, List<Expr> arguments) implements Expr {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /** {@code eq ne gt ge lt le add sub mul div mod and or}. */
    record Binary(String operator, Expr left, Expr right) implements Expr {}

    record Not(Expr operand) implements Expr {}

    record Negative(Expr operand) implements Expr {}

    record In(Expr value, List<Expr> among) implements Expr {
        public In {
            among = List.copyOf(among);
        }
    }

    /** {@code path/any(v:body)} and {@code path/all(v:body)}; the body is {@code true} where it is left out. */
    record Quantified(boolean all, Path path, String variable, Expr body) implements Expr {}
}
