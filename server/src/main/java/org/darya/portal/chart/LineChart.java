package org.darya.portal.chart;

import java.util.List;

/** Lines, or the columns of one line, on one pair of axes; every line carries its name at its end. */
final class LineChart {
    private static final double ABOUT_A_YEAR = 2.4;

    private final ChartModel model;
    private final ChartNumbers numbers;
    private final ChartText text;
    private final Size size;
    private final boolean columns;

    LineChart(ChartModel model, ChartNumbers numbers, Size size, boolean columns) {
        this.model = model;
        this.numbers = numbers;
        this.text = new ChartText(model, numbers);
        this.size = size;
        this.columns = columns;
    }

    /** Draws from a height on, and tells the height it ended at. */
    double draw(Svg svg, double top) {
        var pen = new Pen(svg, model, text, size);
        double begin = pen.measure(0, top, size.width());
        Plot plot = plot(begin);
        plot.axes(svg, size.text());
        EndLabels labels = EndLabels.of(model, plot, text, size);
        for (ChartTarget target : model.targets()) {
            pen.target(plot, target, ink(target));
        }
        svg.open("g", "class", "c-lines");
        for (ChartLine line : inOrder()) {
            svg.open("g", "class", line.aggregate() ? "c-line c-all" : "c-line");
            if (columns) {
                pen.columns(plot, line);
            } else {
                pen.line(plot, line);
            }
            labels.draw(svg, plot, model, text, line);
            svg.close();
        }
        svg.close();
        return plot.bottom() + 7 + size.text() * 1.5;
    }

    /** The line that stands for all is drawn last, over the others. */
    private List<ChartLine> inOrder() {
        return model.lines().stream()
                .sorted((one, other) -> Boolean.compare(one.aggregate(), other.aggregate()))
                .toList();
    }

    private String ink(ChartTarget target) {
        return model.lines().stream()
                .filter(line -> line.key().equals(target.line()))
                .findFirst()
                .map(ChartLine::ink)
                .orElse(Palette.SOFT);
    }

    Plot plot(double top) {
        double height = Math.max(size.height(), EndLabels.height(model, text, numbers, size));
        double bottom = top + height;
        Scale scale = Field.scale(model, numbers, columns, bottom, top);
        double left = Math.ceil(Plot.labelWidth(scale, numbers, size.text())) + 9;
        double edge = columns ? 8 : 5;
        double right =
                Math.max(left + size.width() / 4, size.width() - EndLabels.width(model, text, numbers, size) - edge);
        TimeAxis time = Field.time(model, size.text() * ABOUT_A_YEAR + 10, left + edge, right - edge);
        if (columns) {
            double half = time.width(1) * 0.36;
            time = Field.time(model, size.text() * ABOUT_A_YEAR + 10, left + edge + half, right - edge - half);
        }
        return new Plot(scale, time, left, right, top, bottom, numbers);
    }
}
