package org.darya.portal.chart;

import java.util.ArrayList;
import java.util.List;
import org.darya.portal.text.Phrases;
import org.jspecify.annotations.Nullable;

/**
 * A chart as a page takes it: drawn for a wide and a narrow screen, of which the style sheet shows one, or as panels that
 * the page sets side by side.
 *
 * @param summary the chart in one sentence
 * @param measure what is measured, and the unit; for panels, which do not each repeat it
 * @param notes what the signs on it mean
 * @param wide null where there are panels
 * @param narrow null where there are panels
 */
public record Figure(
        ChartNumbers numbers,
        String summary,
        String measure,
        List<String> notes,
        @Nullable String wide,
        @Nullable String narrow,
        List<String> panels) {
    /** More lines than this cannot be told apart on one pair of axes. */
    private static final int MOST_LINES = 7;

    private static final int MOST_PANELS = 24;
    /** With fewer values than this there is no course of time to show. */
    private static final int FEWEST_FOR_A_COURSE = 3;

    /** How the lines of a model are best drawn. */
    enum Form {
        LINES,
        COLUMNS,
        PANELS,
        PANELS_OF_COLUMNS,
        BARS
    }

    /**
     * Draws a model.
     *
     * @param id tells this chart from others on the page
     */
    public static Figure of(ChartModel model, Phrases phrases, String id) {
        ChartNumbers numbers = ChartNumbers.of(model, phrases);
        var text = new ChartText(model, numbers);
        Form form = form(model);
        List<String> notes = notes(model, numbers, form);
        if (form == Form.PANELS || form == Form.PANELS_OF_COLUMNS) {
            var panels = new PanelChart(model, numbers, form == Form.PANELS_OF_COLUMNS);
            List<String> drawings = new ArrayList<>();
            for (int i = 0; i < panels.count(); i++) {
                drawings.add(panel(panels, i));
            }
            return new Figure(numbers, text.summary(), measure(text), notes, null, null, drawings);
        }
        return new Figure(
                numbers,
                text.summary(),
                measure(text),
                notes,
                inPage(model, numbers, form, Size.WIDE, id),
                inPage(model, numbers, form, Size.NARROW, id),
                List.of());
    }

    private static String measure(ChartText text) {
        String better = text.better();
        String measure = text.measure();
        return better == null ? measure : measure + (measure.endsWith(".") ? " " : ". ") + better;
    }

    static Form form(ChartModel model) {
        long longest = model.lines().stream()
                .mapToLong(line -> line.counted().count())
                .max()
                .orElse(0);
        int panels = PanelChart.panels(model).size();
        if (longest < FEWEST_FOR_A_COURSE && model.lines().size() > 1 || panels > MOST_PANELS) {
            return Form.BARS;
        }
        return switch (model.shape()) {
            case LINES -> model.lines().size() <= MOST_LINES ? Form.LINES : Form.PANELS;
            case PANELS -> panels == 1 && model.lines().size() <= MOST_LINES ? Form.LINES : Form.PANELS;
            case BARS ->
                longest < FEWEST_FOR_A_COURSE
                        ? Form.BARS
                        : model.lines().size() == 1 ? Form.COLUMNS : Form.PANELS_OF_COLUMNS;
        };
    }

    private static List<String> notes(ChartModel model, ChartNumbers numbers, Form form) {
        boolean lines = form == Form.LINES || form == Form.PANELS;
        boolean zero = Field.scale(model, numbers, !lines, 0, 1).holdsZero();
        return new ChartText(model, numbers).notes(lines, zero);
    }

    private static String panel(PanelChart panels, int number) {
        var svg = new Svg();
        svg.open(
                "svg",
                "class",
                "chart",
                "viewBox",
                "0 0 " + Svg.number(PanelChart.PANEL.width()) + " " + Svg.number(panels.height()),
                "role",
                "group");
        panels.draw(svg, number);
        svg.close();
        return svg.done();
    }

    private static String inPage(ChartModel model, ChartNumbers numbers, Form form, Size size, String id) {
        var inside = new Svg();
        double height = draw(inside, model, numbers, form, size, 0);
        var svg = new Svg();
        String name = id + size.suffix();
        svg.open(
                "svg",
                "class",
                size == Size.WIDE ? "chart chart-wide" : "chart chart-narrow",
                "viewBox",
                "0 0 " + Svg.number(size.width()) + " " + Svg.number(height),
                "role",
                "group",
                "aria-labelledby",
                name + "-title",
                "aria-describedby",
                name + "-desc");
        svg.element("title", model.title(), "id", name + "-title");
        svg.element("desc", new ChartText(model, numbers).summary(), "id", name + "-desc");
        svg.raw(inside.done());
        svg.close();
        return svg.done();
    }

    static double draw(Svg svg, ChartModel model, ChartNumbers numbers, Form form, Size size, double top) {
        return switch (form) {
            case BARS -> new BarChart(model, numbers, size).draw(svg, top);
            default -> new LineChart(model, numbers, size, form == Form.COLUMNS).draw(svg, top);
        };
    }
}
