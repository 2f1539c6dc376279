package org.darya.evidence.sensorthings.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads {@code $filter} and {@code $orderby} expressions by recursive descent. Strict: what it does not know it refuses
 * with the place and the rest of the text; and bounded in depth and in the number of terms.
 */
public final class FilterParser {
    /** Brackets and functions inside each other. */
    public static final int DEEPEST = 60;
    /** Literals, paths, functions and operators of one expression. */
    public static final int LONGEST = 1000;

    private static final Set<String> COMPARISONS = Set.of("eq", "ne", "gt", "ge", "lt", "le");
    private static final Pattern NAME = Pattern.compile("[\\p{L}_@$][\\p{L}\\p{N}_@.$:-]*");
    private static final Pattern PLACE = Pattern.compile("\\d+");
    private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");

    private final Cursor cursor;
    private final Literals literals;

    private FilterParser(String text) {
        cursor = new Cursor(text);
        literals = new Literals(cursor);
    }

    /** Reads a whole expression. */
    public static Expr parse(String text) {
        var parser = new FilterParser(text);
        Expr expression = parser.or();
        parser.cursor.end();
        return expression;
    }

    /** Reads {@code expression [asc|desc], …}. */
    public static List<OrderBy> parseOrder(String text) {
        var parser = new FilterParser(text);
        var terms = new ArrayList<OrderBy>();
        do {
            Expr key = parser.sum();
            boolean descending = parser.cursor.keyword("desc");
            if (!descending) {
                parser.cursor.keyword("asc");
            }
            terms.add(new OrderBy(key, descending));
        } while (parser.cursor.symbol(','));
        parser.cursor.end();
        return terms;
    }

    private Expr or() {
        Expr left = and();
        while (cursor.keyword("or")) {
            left = new Expr.Binary("or", left, and());
        }
        return left;
    }

    private Expr and() {
        Expr left = not();
        while (cursor.keyword("and")) {
            left = new Expr.Binary("and", left, not());
        }
        return left;
    }

    private Expr not() {
        if (cursor.keyword("not")) {
            cursor.deeper();
            Expr operand = not();
            cursor.higher();
            return new Expr.Not(operand);
        }
        return comparison();
    }

    private Expr comparison() {
        Expr left = sum();
        for (String operator : COMPARISONS) {
            if (cursor.keyword(operator)) {
                return new Expr.Binary(operator, left, sum());
            }
        }
        if (cursor.keyword("in")) {
            cursor.expect('(');
            var among = new ArrayList<Expr>();
            do {
                among.add(sum());
            } while (cursor.symbol(','));
            cursor.expect(')');
            return new Expr.In(left, among);
        }
        return left;
    }

    private Expr sum() {
        Expr left = product();
        while (true) {
            if (cursor.keyword("add")) {
                left = new Expr.Binary("add", left, product());
            } else if (cursor.keyword("sub")) {
                left = new Expr.Binary("sub", left, product());
            } else {
                return left;
            }
        }
    }

    private Expr product() {
        Expr left = unary();
        while (true) {
            if (cursor.keyword("mul")) {
                left = new Expr.Binary("mul", left, unary());
            } else if (cursor.keyword("div")) {
                left = new Expr.Binary("div", left, unary());
            } else if (cursor.keyword("mod")) {
                left = new Expr.Binary("mod", left, unary());
            } else {
                return left;
            }
        }
    }

    private Expr unary() {
        if (cursor.minus()) {
            cursor.deeper();
            Expr operand = unary();
            cursor.higher();
            return new Expr.Negative(operand);
        }
        return primary();
    }

    private Expr primary() {
        cursor.term();
        if (cursor.symbol('(')) {
            cursor.deeper();
            Expr inside = or();
            cursor.higher();
            cursor.expect(')');
            return inside;
        }
        Expr literal = literals.next();
        return literal != null ? literal : named();
    }

    private Expr named() {
        String name = cursor.take(NAME);
        if (name == null) {
            throw cursor.unexpected("a property, a function or a value");
        }
        if (name.equals("true") || name.equals("false")) {
            return new Expr.Bool(name.equals("true"));
        }
        if (name.equals("null")) {
            return new Expr.Null();
        }
        if (cursor.at('(')) {
            return call(name);
        }
        var segments = new ArrayList<String>();
        segments.add(name);
        while (cursor.at('/')) {
            cursor.skip();
            String segment = cursor.take(NAME);
            if (segment == null) {
                segment = cursor.take(PLACE); // a place in a JSON array
            }
            if (segment == null) {
                throw cursor.unexpected("a property");
            }
            if ((segment.equals("any") || segment.equals("all")) && cursor.at('(')) {
                return quantified(segment.equals("all"), new Expr.Path(segments));
            }
            segments.add(segment);
        }
        return new Expr.Path(segments);
    }

    private Expr call(String name) {
        cursor.expect('(');
        cursor.deeper();
        var arguments = new ArrayList<Expr>();
        if (!cursor.symbol(')')) {
            do {
                arguments.add(or());
            } while (cursor.symbol(','));
            cursor.expect(')');
        }
        cursor.higher();
        return new Expr.Call(name, arguments);
    }

    private Expr quantified(boolean all, Expr.Path path) {
        cursor.expect('(');
        if (cursor.symbol(')')) {
            return new Expr.Quantified(all, path, "", new Expr.Bool(true));
        }
        cursor.deeper();
        cursor.space();
        String variable = cursor.take(WORD);
        if (variable == null) {
            throw cursor.unexpected("the name of a variable");
        }
        cursor.expect(':');
        Expr body = or();
        cursor.higher();
        cursor.expect(')');
        return new Expr.Quantified(all, path, variable, body);
    }
}
