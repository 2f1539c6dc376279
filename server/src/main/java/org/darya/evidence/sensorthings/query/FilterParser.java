package org.darya.evidence.sensorthings.query;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.darya.evidence.sensorthings.StaProblem;
import org.darya.evidence.sensorthings.time.Interval;
import org.jspecify.annotations.Nullable;

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
    private static final String DATE = "\\d{4}-\\d{2}-\\d{2}";
    private static final String INSTANT =
            DATE + "(?:[Tt]\\d{2}:\\d{2}(?::\\d{2}(?:[.,]\\d+)?)?(?:[Zz]|[+\\- ]\\d{2}(?::?\\d{2})?(?!\\d))?)?";
    private static final Pattern TIME = Pattern.compile(INSTANT + "(?:/" + INSTANT + ")?");
    private static final Pattern TIME_OF_DAY = Pattern.compile("\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,6})?)?");
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d{1,3})?(?![\\w.])");
    private static final Pattern DURATION = Pattern.compile(
            "-?P(?=.)(?:\\d+Y)?(?:\\d+M)?(?:\\d+W)?(?:\\d+D)?(?:T(?=.)(?:\\d+H)?(?:\\d+M)?(?:\\d+(?:\\.\\d+)?S)?)?");
    private static final Pattern NAME = Pattern.compile("[\\p{L}_@$][\\p{L}\\p{N}_@.$:-]*");
    private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");

    private final String text;
    private int at;
    private int depth;
    private int terms;

    private FilterParser(String text) {
        this.text = text;
    }

    /** Reads a whole expression. */
    public static Expr parse(String text) {
        var parser = new FilterParser(text);
        Expr expression = parser.or();
        parser.end();
        return expression;
    }

    /** Reads {@code expression [asc|desc], …}. */
    public static List<OrderBy> parseOrder(String text) {
        var parser = new FilterParser(text);
        var terms = new ArrayList<OrderBy>();
        do {
            Expr key = parser.sum();
            boolean descending = parser.keyword("desc");
            if (!descending) {
                parser.keyword("asc");
            }
            terms.add(new OrderBy(key, descending));
        } while (parser.symbol(','));
        parser.end();
        return terms;
    }

    private Expr or() {
        Expr left = and();
        while (keyword("or")) {
            left = new Expr.Binary("or", left, and());
        }
        return left;
    }

    private Expr and() {
        Expr left = not();
        while (keyword("and")) {
            left = new Expr.Binary("and", left, not());
        }
        return left;
    }

    private Expr not() {
        if (keyword("not")) {
            deeper();
            Expr operand = not();
            depth--;
            return new Expr.Not(operand);
        }
        return comparison();
    }

    private Expr comparison() {
        Expr left = sum();
        for (String operator : COMPARISONS) {
            if (keyword(operator)) {
                return new Expr.Binary(operator, left, sum());
            }
        }
        if (keyword("in")) {
            expect('(');
            var among = new ArrayList<Expr>();
            do {
                among.add(sum());
            } while (symbol(','));
            expect(')');
            return new Expr.In(left, among);
        }
        return left;
    }

    private Expr sum() {
        Expr left = product();
        while (true) {
            if (keyword("add")) {
                left = new Expr.Binary("add", left, product());
            } else if (keyword("sub")) {
                left = new Expr.Binary("sub", left, product());
            } else {
                return left;
            }
        }
    }

    private Expr product() {
        Expr left = unary();
        while (true) {
            if (keyword("mul")) {
                left = new Expr.Binary("mul", left, unary());
            } else if (keyword("div")) {
                left = new Expr.Binary("div", left, unary());
            } else if (keyword("mod")) {
                left = new Expr.Binary("mod", left, unary());
            } else {
                return left;
            }
        }
    }

    private Expr unary() {
        space();
        if (at < text.length() && text.charAt(at) == '-' && !text.startsWith("-P", at)) {
            at++;
            deeper();
            Expr operand = unary();
            depth--;
            return new Expr.Negative(operand);
        }
        return primary();
    }

    private Expr primary() {
        space();
        if (++terms > LONGEST) {
            throw StaProblem.bad(
                    "The expression has more than %d terms.".formatted(LONGEST),
                    "Maybe ask in several requests, or use \"in (…)\" with fewer values.");
        }
        if (at >= text.length()) {
            throw unexpected("an expression");
        }
        char c = text.charAt(at);
        if (c == '(') {
            at++;
            deeper();
            Expr inside = or();
            depth--;
            expect(')');
            return inside;
        }
        if (c == '\'') {
            return new Expr.Text(string());
        }
        if (c >= '0' && c <= '9') {
            return digits();
        }
        Expr special = quotedLiteral();
        return special != null ? special : named();
    }

    private Expr digits() {
        String time = take(TIME);
        if (time != null) {
            return new Expr.Time(Interval.parse(withSign(time)));
        }
        String hour = take(TIME_OF_DAY);
        if (hour != null) {
            return new Expr.TimeOfDay(hour);
        }
        String number = take(NUMBER);
        if (number == null) {
            throw unexpected("a number or a time");
        }
        return new Expr.Number(new BigDecimal(number));
    }

    /** A plus that was not escaped in an address arrives as a space. */
    private static String withSign(String time) {
        return time.replace(' ', '+');
    }

    /** {@code geography'…'}, {@code duration'…'}, {@code datetime'…'} and a bare duration; null for anything else. */
    private @Nullable Expr quotedLiteral() {
        if (before("geography'") || before("geometry'")) {
            at = text.indexOf('\'', at);
            return new Expr.Geography(string());
        }
        if (before("duration'")) {
            at = text.indexOf('\'', at);
            String inside = string();
            if (!DURATION.matcher(inside).matches()) {
                throw StaProblem.bad(
                        "\"%s\" is no duration.".formatted(StaProblem.shown(inside)),
                        "Maybe write it as duration'P1DT2H'.");
            }
            return new Expr.Duration(inside);
        }
        if (before("datetimeoffset'") || before("datetime'") || before("date'")) {
            at = text.indexOf('\'', at);
            return new Expr.Time(Interval.parse(withSign(string())));
        }
        Matcher duration = DURATION.matcher(text).region(at, text.length());
        if (duration.lookingAt()
                && (duration.end() == text.length() || !Character.isLetterOrDigit(text.charAt(duration.end())))
                && duration.group().matches(".*\\d.*")) {
            at = duration.end();
            return new Expr.Duration(duration.group());
        }
        return null;
    }

    private boolean before(String start) {
        return text.regionMatches(true, at, start, 0, start.length());
    }

    private Expr named() {
        String name = take(NAME);
        if (name == null) {
            throw unexpected("a property, a function or a value");
        }
        if (name.equals("true") || name.equals("false")) {
            return new Expr.Bool(name.equals("true"));
        }
        if (name.equals("null")) {
            return new Expr.Null();
        }
        if (at < text.length() && text.charAt(at) == '(') {
            return call(name);
        }
        var segments = new ArrayList<String>();
        segments.add(name);
        while (at < text.length() && text.charAt(at) == '/') {
            at++;
            String segment = take(NAME);
            if (segment == null) {
                segment = take(Pattern.compile("\\d+")); // a place in a JSON array
            }
            if (segment == null) {
                throw unexpected("a property");
            }
            if ((segment.equals("any") || segment.equals("all")) && at < text.length() && text.charAt(at) == '(') {
                return quantified(segment.equals("all"), new Expr.Path(segments));
            }
            segments.add(segment);
        }
        return new Expr.Path(segments);
    }

    private Expr call(String name) {
        expect('(');
        deeper();
        var arguments = new ArrayList<Expr>();
        if (!symbol(')')) {
            do {
                arguments.add(or());
            } while (symbol(','));
            expect(')');
        }
        depth--;
        return new Expr.Call(name, arguments);
    }

    private Expr quantified(boolean all, Expr.Path path) {
        expect('(');
        if (symbol(')')) {
            return new Expr.Quantified(all, path, "", new Expr.Bool(true));
        }
        deeper();
        space();
        String variable = take(WORD);
        if (variable == null) {
            throw unexpected("the name of a variable");
        }
        expect(':');
        Expr body = or();
        depth--;
        expect(')');
        return new Expr.Quantified(all, path, variable, body);
    }

    private String string() {
        var value = new StringBuilder();
        for (int i = at + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\'') {
                value.append(c);
            } else if (i + 1 < text.length() && text.charAt(i + 1) == '\'') {
                value.append('\'');
                i++;
            } else {
                at = i + 1;
                if (value.indexOf("\0") >= 0) {
                    throw StaProblem.bad("A text has the character zero.", "Maybe leave \\u0000 out.");
                }
                return value.toString();
            }
        }
        throw StaProblem.bad(
                "The text that begins at %d is not closed: %s".formatted(at + 1, StaProblem.shown(text.substring(at))),
                "Maybe a quotation mark inside it must be written twice.");
    }

    private void deeper() {
        if (++depth > DEEPEST) {
            throw StaProblem.bad(
                    "The expression has more than %d levels.".formatted(DEEPEST),
                    "Maybe write it without needless brackets.");
        }
    }

    private void space() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private @Nullable String take(Pattern pattern) {
        Matcher matcher = pattern.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            return null;
        }
        at = matcher.end();
        return matcher.group();
    }

    private boolean keyword(String word) {
        space();
        int end = at + word.length();
        if (text.startsWith(word, at)
                && (end >= text.length() || !Character.isLetterOrDigit(text.charAt(end)))
                && (end >= text.length() || text.charAt(end) != '/')) {
            at = end;
            if (++terms > LONGEST) {
                primary(); // says so
            }
            return true;
        }
        return false;
    }

    private boolean symbol(char c) {
        space();
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(char c) {
        if (!symbol(c)) {
            throw unexpected("\"" + c + "\"");
        }
    }

    private void end() {
        space();
        if (at < text.length()) {
            throw unexpected("the end");
        }
    }

    private StaProblem unexpected(String wanted) {
        String rest = at < text.length() ? "\"" + StaProblem.shown(text.substring(at)) + "\"" : "the end";
        return StaProblem.bad(
                "At place %d of the expression %s was expected, and %s was found.".formatted(at + 1, wanted, rest),
                "Maybe a quotation mark, a bracket or an operator such as eq, and, or is missing.");
    }
}
