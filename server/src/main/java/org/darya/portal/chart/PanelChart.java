package org.darya.portal.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Small charts of equal size on equal axes, one for each line or for each few lines that belong together. */
final class PanelChart {
    /** One panel, alone on its drawing; the page sets them side by side as its width allows. */
    static final Size PANEL = new Size(244, 112, 12, 66, 1, "p");

    private static final double ABOUT_A_YEAR = 2.4;
    private static final double TITLE = 1.25;

    private final ChartModel model;
    private final ChartNumbers numbers;
    private final ChartText text;
    private final boolean columns;
    private final List<List<ChartLine>> panels;

    PanelChart(ChartModel model, ChartNumbers numbers, boolean columns) {
        this.model = model;
        this.numbers = numbers;
        this.text = new ChartText(model, numbers);
        this.columns = columns;
        this.panels = panels(model);
    }

    /** The lines by panel, in their own order. */
    static List<List<ChartLine>> panels(ChartModel model) {
        Map<String, List<ChartLine>> panels = new LinkedHashMap<>();
        for (ChartLine line : model.lines()) {
            panels.computeIfAbsent(
                            line.panel() == null ? line.key() : "panel " + line.panel(), panel -> new ArrayList<>())
                    .add(line);
        }
        return List.copyOf(panels.values());
    }

    int count() {
        return panels.size();
    }

    double height() {
        return titleHeight() + plotHeight() + 7 + PANEL.text() * 1.6;
    }

    /** All panels are as high as the one with the most labels needs. */
    private double plotHeight() {
        return panels.stream()
                .map(model::with)
                .mapToDouble(own -> EndLabels.height(own, text, numbers, PANEL))
                .reduce(PANEL.height(), Math::max);
    }

    private double titleHeight() {
        boolean two = panels.stream().anyMatch(panel -> title(panel).size() > 1);
        return PANEL.text() * ((two ? 2 : 1) * TITLE + 0.9);
    }

    private List<String> title(List<ChartLine> panel) {
        ChartLine first = panel.getFirst();
        String name = first.panel() == null ? first.name() : first.panel();
        ChartPoint latest = first.latest();
        boolean value = panel.size() == 1 && latest != null;
        String full = value
                ? text.latest(name, Objects.requireNonNull(latest))
                : panel.stream().allMatch(line -> line.latest() == null) ? text.none(name) : name;
        return TextWidth.wrap(full, PANEL.text(), PANEL.width() - 4, 2);
    }

    /** Draws one panel with its upper left corner at the origin. */
    void draw(Svg svg, int number) {
        List<ChartLine> lines = panels.get(number);
        ChartModel own = model.with(lines);
        var pen = new Pen(svg, own, text, PANEL);
        title(svg, lines);
        Plot plot = plot(titleHeight());
        plot.axes(svg, PANEL.text());
        for (ChartTarget target : own.targets()) {
            pen.target(plot, target, lines.getFirst().ink());
        }
        EndLabels labels = EndLabels.of(own, plot, text, PANEL);
        for (ChartLine line : lines) {
            svg.open("g", "class", "c-line");
            if (columns) {
                pen.columns(plot, line);
            } else {
                pen.line(plot, line);
            }
            if (lines.size() > 1) {
                labels.draw(svg, plot, own, text, line);
            }
            svg.close();
        }
    }

    private void title(Svg svg, List<ChartLine> lines) {
        boolean link = model.anchors() != null;
        if (link) {
            ChartLine first = lines.getFirst();
            svg.open(
                    "a",
                    "class",
                    "c-name",
                    "href",
                    "#" + model.anchors() + "-" + first.key(),
                    "aria-label",
                    told(lines));
        }
        double y = 0;
        for (String line : title(lines)) {
            y += PANEL.text() * TITLE;
            svg.element(
                    "text", line, "class", "c-panel", "x", 0, "y", y, "font-size", PANEL.text(), "fill", Palette.INK);
        }
        if (link) {
            svg.close();
        }
    }

    private String told(List<ChartLine> lines) {
        return String.join("; ", lines.stream().map(text::course).toList());
    }

    Plot plot(double top) {
        double bottom = top + plotHeight();
        Scale scale = Field.scale(model, numbers, columns, 3, bottom, top);
        double left = Math.ceil(Plot.labelWidth(scale, numbers, PANEL.text())) + 9;
        boolean named = panels.stream().anyMatch(panel -> panel.size() > 1);
        double labels = named || !model.targets().isEmpty() ? EndLabels.width(model, text, numbers, PANEL) : 4;
        double right = Math.max(left + PANEL.width() / 3, PANEL.width() - labels - 4);
        double edge = 5;
        TimeAxis time = Field.time(model, PANEL.text() * ABOUT_A_YEAR + 10, left + edge, right - edge);
        return new Plot(scale, time, left, right, top, bottom, numbers);
    }
}
