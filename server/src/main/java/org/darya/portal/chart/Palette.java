package org.darya.portal.chart;

import java.util.List;

/**
 * Colours that stay apart for people who see red or green badly and, by their lightness, on grey paper. All have a contrast
 * of at least 3:1 with the paper of the pages (WCAG 2.2, 1.4.11).
 */
final class Palette {
    /** For what stands for all together. */
    static final String AGGREGATE = "#1d2526";
    /** For what is kept and shown, but not used. */
    static final String REFUSED = "#767c7b";

    static final String INK = "#1d2526";
    static final String SOFT = "#55605f";
    static final String RULE = "#d9d4c7";
    static final String PAPER = "#fbf9f4";

    static final List<String> COLOURS = List.of("#0f5a63", "#4d89e2", "#957c18", "#7d2a8c", "#ab7f62", "#314f1e");

    private Palette() {}

    static String colour(int place) {
        return COLOURS.get(Math.floorMod(place, COLOURS.size()));
    }
}
