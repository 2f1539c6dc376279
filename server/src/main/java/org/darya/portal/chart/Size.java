package org.darya.portal.chart;

/**
 * A screen to draw for. Text keeps its size on it, so every chart is drawn twice rather than shrunk.
 *
 * @param width of the drawing
 * @param height of the plot within it
 * @param text size of letters
 * @param labels the widest that labels at the ends of lines may be
 * @param panels how many panels stand side by side
 * @param suffix tells ids on one page apart
 */
record Size(double width, double height, double text, double labels, int panels, String suffix) {
    static final Size WIDE = new Size(720, 340, 14, 180, 3, "w");
    static final Size NARROW = new Size(360, 270, 13, 104, 2, "n");
}
