package org.darya.evidence.sensorthings.query;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.darya.evidence.sensorthings.StaProblem;
import org.jspecify.annotations.Nullable;

/** A place in the text of an expression, from which words and signs are taken; it counts terms and levels. */
final class Cursor {
    private final String text;
    private int at;
    private int depth;
    private int terms;

    Cursor(String text) {
        this.text = text;
    }

    /** Goes to where a term begins. */
    void term() {
        space();
        counted();
        if (at >= text.length()) {
            throw unexpected("an expression");
        }
    }

    private void counted() {
        if (++terms > FilterParser.LONGEST) {
            throw StaProblem.bad(
                    "The expression has more than %d terms.".formatted(FilterParser.LONGEST),
                    "Maybe ask in several requests, or use \"in (…)\" with fewer values.");
        }
    }

    void deeper() {
        if (++depth > FilterParser.DEEPEST) {
            throw StaProblem.bad(
                    "The expression has more than %d levels.".formatted(FilterParser.DEEPEST),
                    "Maybe write it without needless brackets.");
        }
    }

    void higher() {
        depth--;
    }

    /** Whether the next character is this one, with no space before it. */
    boolean at(char c) {
        return at < text.length() && text.charAt(at) == c;
    }

    /** Whether a digit comes next. */
    boolean atDigit() {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    /** Whether these words come next, in any case; with them it goes on to the last of their signs. */
    boolean before(String start) {
        if (text.regionMatches(true, at, start, 0, start.length())) {
            at += start.length() - 1;
            return true;
        }
        return false;
    }

    void skip() {
        at++;
    }

    /** A minus that is no part of a duration. */
    boolean minus() {
        space();
        if (at('-') && !text.startsWith("-P", at)) {
            at++;
            return true;
        }
        return false;
    }

    /** What is written between the quotation mark here and the one that closes it. */
    String quoted() {
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

    void space() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    @Nullable
    String take(Pattern pattern) {
        Matcher matcher = pattern.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            return null;
        }
        at = matcher.end();
        return matcher.group();
    }

    boolean keyword(String word) {
        space();
        int end = at + word.length();
        if (text.startsWith(word, at)
                && (end >= text.length() || !Character.isLetterOrDigit(text.charAt(end)))
                && (end >= text.length() || text.charAt(end) != '/')) {
            at = end;
            counted();
            return true;
        }
        return false;
    }

    boolean symbol(char c) {
        space();
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    void expect(char c) {
        if (!symbol(c)) {
            throw unexpected("\"" + c + "\"");
        }
    }

    void end() {
        space();
        if (at < text.length()) {
            throw unexpected("the end");
        }
    }

    StaProblem unexpected(String wanted) {
        String rest = at < text.length() ? "\"" + StaProblem.shown(text.substring(at)) + "\"" : "the end";
        return StaProblem.bad(
                "At place %d of the expression %s was expected, and %s was found.".formatted(at + 1, wanted, rest),
                "Maybe a quotation mark, a bracket or an operator such as eq, and, or is missing.");
    }
}
