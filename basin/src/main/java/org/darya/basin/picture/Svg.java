package org.darya.basin.picture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.darya.basin.BasinException;

/** A drawing being made, in pixels from the top left corner. */
final class Svg {

    static final String INK = "#22313a";
    static final String FAINT = "#8a98a0";
    static final String GRID = "#e3e8ea";
    static final String WATER = "#2f7fb5";
    static final String PALE_WATER = "#bcd9ea";
    static final String LAND = "#6f9a52";
    static final String WARN = "#c2512c";

    private final StringBuilder body = new StringBuilder();
    private final double width;
    private final double height;
    private final String title;

    Svg(double width, double height, String title) {
        this.width = width;
        this.height = height;
        this.title = title;
        text(24, 30, 17, INK, "start", title);
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    Svg text(double x, double y, double size, String colour, String anchor, String text) {
        return add(
                "<text x='%.1f' y='%.1f' font-size='%.1f' fill='%s' text-anchor='%s'>%s</text>",
                x, y, size, colour, anchor, escape(text));
    }

    /** Lines of text one below the other, on whatever is drawn beneath. */
    Svg label(double x, double y, double size, String anchor, List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            add(
                    "<text x='%.1f' y='%.1f' font-size='%.1f' fill='%s' text-anchor='%s' "
                            + "stroke='#ffffff' stroke-width='3' stroke-linejoin='round' paint-order='stroke'>%s</text>",
                    x, y + i * (size + 1.5), size, INK, anchor, escape(lines.get(i)));
        }
        return this;
    }

    Svg line(double x1, double y1, double x2, double y2, String colour, double thick) {
        return add(
                "<line x1='%.1f' y1='%.1f' x2='%.1f' y2='%.1f' stroke='%s' stroke-width='%.2f'/>",
                x1, y1, x2, y2, colour, thick);
    }

    /** A rectangle with a note that appears under the pointer. */
    Svg box(double x, double y, double w, double h, String fill, String note) {
        return add(
                "<rect x='%.1f' y='%.1f' width='%.1f' height='%.1f' rx='2' fill='%s'><title>%s</title></rect>",
                x, y, w, h, fill, escape(note));
    }

    Svg path(String path, String fill, String stroke, double thick, double opacity, String note) {
        return add(
                "<path d='%s' fill='%s' stroke='%s' stroke-width='%.2f' opacity='%.2f' stroke-linejoin='round'><title>%s</title></path>",
                path, fill, stroke, thick, opacity, escape(note));
    }

    private Svg add(String format, Object... arguments) {
        body.append(String.format(Locale.ROOT, format, arguments)).append('\n');
        return this;
    }

    void write(Path file) {
        String text = String.format(
                Locale.ROOT,
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %.0f %.0f' width='%.0f' height='%.0f' role='img' "
                        + "font-family='Inter, \"Segoe UI\", Helvetica, Arial, sans-serif'>%n<title>%s</title>%n"
                        + "<rect width='100%%' height='100%%' fill='#ffffff'/>%n%s</svg>%n",
                width,
                height,
                width,
                height,
                escape(title),
                body);
        try {
            if (file.getParent() != null) {
                Files.createDirectories(file.getParent());
            }
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new BasinException(
                    file.toString(),
                    "the picture cannot be written (" + e.getMessage() + ")",
                    "the folder is read-only.");
        }
    }

    /** A round number near one tenth to one fifth of a range, to put ticks at. */
    static double tick(double range) {
        double power = Math.pow(10, Math.floor(Math.log10(Math.max(range, 1e-12))));
        double share = range / power;
        return share > 5 ? power : share > 2 ? power / 2 : power / 5;
    }

    static String number(double value) {
        String text = String.format(Locale.ROOT, Math.abs(value) >= 100 ? "%.0f" : "%.3g", value);
        return text.contains(".") ? text.replaceFirst("0+$", "").replaceFirst("\\.$", "") : text;
    }
}
