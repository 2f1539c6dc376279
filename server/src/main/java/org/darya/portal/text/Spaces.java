package org.darya.portal.text;

/** Spaces that a line must not be broken at: between a number and what it counts, and before a dash. */
final class Spaces {
    private static final char NO_BREAK = '\u00a0';

    private Spaces() {}

    /** The text with those spaces made unbreakable. Files are written with plain ones, which people can type. */
    static String hold(String text) {
        StringBuilder held = null;
        for (int i = text.indexOf(' '); i >= 0; i = text.indexOf(' ', i + 1)) {
            if (holds(text, i)) {
                if (held == null) {
                    held = new StringBuilder(text);
                }
                held.setCharAt(i, NO_BREAK);
            }
        }
        return held == null ? text : held.toString();
    }

    private static boolean holds(String text, int space) {
        if (space == 0 || space + 1 == text.length()) {
            return false;
        }
        char before = text.charAt(space - 1);
        char after = text.charAt(space + 1);
        if (after == '–' || after == '—') {
            return true;
        }
        return Character.isDigit(before)
                && (after == '%' || after == '°' || Character.isDigit(after) || Character.isLetter(after));
    }
}
