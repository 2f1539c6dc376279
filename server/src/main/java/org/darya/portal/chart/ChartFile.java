package org.darya.portal.chart;

import java.util.List;
import org.darya.portal.text.Phrases;
import org.jspecify.annotations.Nullable;

/** A chart as a file of its own, for print and for other people's pages: with its title, its notes and its source. */
public final class ChartFile {
    private static final double EDGE = 24;
    private static final double TITLE = 20;
    private static final double GUTTER = 14;
    private static final String LETTERS = "Inter, 'Segoe UI', 'Helvetica Neue', Arial, 'DejaVu Sans', sans-serif";

    private ChartFile() {}

    /**
     * The drawing.
     *
     * @param address where the page with the numbers is; it is written below
     */
    public static String of(ChartModel asked, Phrases phrases, String address) {
        ChartModel model = new ChartModel(
                asked.title(),
                asked.measure(),
                asked.unit(),
                asked.shape(),
                asked.better(),
                asked.lines(),
                asked.targets(),
                null,
                asked.source());
        Figure figure = Figure.of(model, phrases, "c");
        var inside = new Svg();
        double width = Size.WIDE.width();
        double y = words(inside, List.of(model.title()), 0, TITLE, Palette.INK, "600") + 2;
        y = body(inside, model, figure, y);
        y = words(inside, figure.notes(), y + 6, Size.WIDE.text() - 1, Palette.SOFT, null);
        y = words(inside, List.of(model.source(), address), y + 4, Size.WIDE.text() - 1, Palette.SOFT, null);
        double height = y + EDGE * 2;
        var svg = new Svg();
        svg.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "viewBox",
                "0 0 " + Svg.number(width + 2 * EDGE) + " " + Svg.number(height),
                "width",
                width + 2 * EDGE,
                "height",
                height,
                "xml:lang",
                phrases.language().tag(),
                "role",
                "img",
                "aria-labelledby",
                "title desc",
                "font-family",
                LETTERS);
        svg.element("title", model.title(), "id", "title");
        svg.element("desc", figure.summary(), "id", "desc");
        svg.empty("rect", "width", "100%", "height", "100%", "fill", "#ffffff");
        svg.open("g", "transform", "translate(" + Svg.number(EDGE) + " " + Svg.number(EDGE) + ")");
        svg.raw(inside.done());
        svg.close();
        svg.close();
        return svg.done();
    }

    private static double body(Svg svg, ChartModel model, Figure figure, double top) {
        Figure.Form form = Figure.form(model);
        if (figure.panels().isEmpty()) {
            return Figure.draw(svg, model, figure.numbers(), form, Size.WIDE, top);
        }
        var panels = new PanelChart(model, figure.numbers(), form == Figure.Form.PANELS_OF_COLUMNS);
        double y = words(svg, List.of(figure.measure()), top, Size.WIDE.text(), Palette.SOFT, null) + GUTTER;
        double scale = (Size.WIDE.width() - 2 * GUTTER) / 3 / PanelChart.PANEL.width();
        for (int i = 0; i < panels.count(); i++) {
            double x = i % 3 * (PanelChart.PANEL.width() * scale + GUTTER);
            double at = y + i / 3 * (panels.height() * scale + GUTTER);
            svg.open(
                    "g",
                    "transform",
                    "translate(" + Svg.number(x) + " " + Svg.number(at) + ") scale(" + Math.round(scale * 1000) / 1000.0
                            + ")");
            panels.draw(svg, i);
            svg.close();
        }
        return y + (panels.count() + 2) / 3 * (panels.height() * scale + GUTTER);
    }

    private static double words(
            Svg svg, List<String> texts, double top, double size, String ink, @Nullable String weight) {
        double y = top;
        for (String text : texts) {
            for (String line : TextWidth.wrap(text, size, Size.WIDE.width(), 4)) {
                y += size * 1.35;
                svg.element("text", line, "x", 0, "y", y, "font-size", size, "fill", ink, "font-weight", weight);
            }
        }
        return y;
    }
}
