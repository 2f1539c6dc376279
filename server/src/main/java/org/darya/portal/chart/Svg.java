package org.darya.portal.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Writes SVG. Everything written into it is escaped here and nowhere else. */
final class Svg {
    private final StringBuilder out = new StringBuilder(4096);
    private final Deque<String> open = new ArrayDeque<>();

    /**
     * Opens an element.
     *
     * @param attributes names and values by turns; one whose value is null is left out
     */
    Svg open(String name, @Nullable Object... attributes) {
        begin(name, attributes);
        out.append('>');
        open.push(name);
        return this;
    }

    Svg close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /** An element without content. */
    Svg empty(String name, @Nullable Object... attributes) {
        begin(name, attributes);
        out.append("/>");
        return this;
    }

    /** An element that holds a text. */
    Svg element(String name, String text, @Nullable Object... attributes) {
        open(name, attributes);
        escape(text);
        return close();
    }

    /** What another one wrote. */
    Svg raw(String written) {
        out.append(written);
        return this;
    }

    private void begin(String name, @Nullable Object... attributes) {
        out.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            Object value = attributes[i + 1];
            if (value != null) {
                out.append(' ').append(attributes[i]).append("=\"");
                escape(value instanceof Double number ? number(number) : value.toString());
                out.append('"');
            }
        }
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> out.append(c < ' ' ? ' ' : c);
            }
        }
    }

    /**
     * A coordinate to a tenth of a unit.
     *
     * @throws IllegalArgumentException for what is no number: a chart shows a gap, never a guess
     */
    static String number(double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("A coordinate cannot be " + number);
        }
        return BigDecimal.valueOf(number)
                .setScale(1, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    String done() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("Elements that were not closed: " + open);
        }
        return out.toString();
    }
}
