package org.darya.evidence.sensorthings.read;

import org.darya.evidence.sensorthings.read.Term.Type;

/** {@code add sub mul div mod} of numbers, times and durations. */
final class Arithmetic {
    private Arithmetic() {}

    static Term of(String operator, Term left, Term right) {
        boolean leftTime = time(left);
        boolean rightTime = time(right);
        boolean leftLength = length(left);
        boolean rightLength = length(right);
        return switch (operator) {
            case "add" -> {
                if (leftTime && rightLength) {
                    yield moment("{} + {}", Coercions.time(left), sql(right));
                }
                if (leftLength && rightTime) {
                    yield moment("{} + {}", sql(left), Coercions.time(right));
                }
                yield leftLength && rightLength ? length("{} + {}", left, right) : number("{} + {}", left, right);
            }
            case "sub" -> {
                if (leftTime && rightLength) {
                    yield moment("{} - {}", Coercions.time(left), sql(right));
                }
                if (leftTime && rightTime) {
                    yield new Term.Scalar(
                            Sql.of("({} - {})", Coercions.time(left), Coercions.time(right)), Type.DURATION);
                }
                yield leftLength && rightLength ? length("{} - {}", left, right) : number("{} - {}", left, right);
            }
            case "mul" -> {
                if (leftLength || rightLength) {
                    Sql length = sql(leftLength ? left : right);
                    yield new Term.Scalar(
                            Sql.of("({} * {})", length, Coercions.number(leftLength ? right : left)), Type.DURATION);
                }
                yield number("{} * {}", left, right);
            }
            case "div" ->
                leftLength
                        ? new Term.Scalar(
                                Sql.of("({} / nullif({}, 0))", sql(left), Coercions.number(right)), Type.DURATION)
                        : number("{} / nullif({}, 0)", left, right);
            default ->
                new Term.Scalar(
                        Sql.of(
                                "mod(({})::numeric, nullif(({})::numeric, 0))::float8",
                                Coercions.number(left),
                                Coercions.number(right)),
                        Type.NUMBER);
        };
    }

    private static Sql sql(Term term) {
        return term instanceof Term.Scalar(Sql sql, var _, var _) ? sql : Sql.NOTHING;
    }

    private static boolean time(Term term) {
        return term instanceof Term.Span
                || (term instanceof Term.Scalar(var _, Type type, var _) && (type == Type.TIME || type == Type.DATE));
    }

    private static boolean length(Term term) {
        return term instanceof Term.Scalar(var _, Type type, var _) && type == Type.DURATION;
    }

    private static Term moment(String pattern, Sql left, Sql right) {
        return new Term.Scalar(Sql.of("(" + pattern + ")", left, right), Type.TIME);
    }

    private static Term length(String pattern, Term left, Term right) {
        return new Term.Scalar(Sql.of("(" + pattern + ")", sql(left), sql(right)), Type.DURATION);
    }

    private static Term number(String pattern, Term left, Term right) {
        return new Term.Scalar(
                Sql.of("(" + pattern + ")", Coercions.number(left), Coercions.number(right)), Type.NUMBER);
    }
}
