package org.darya.portal.chart;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.darya.portal.chart.ChartModel.Better;
import org.darya.portal.chart.ChartModel.Shape;
import org.jspecify.annotations.Nullable;

/** Charts to draw in tests. */
final class ChartSamples {
    private ChartSamples() {}

    static ChartPoint year(int year, @Nullable String number) {
        return new ChartPoint(
                String.valueOf(year),
                LocalDate.of(year, 1, 1),
                LocalDate.of(year, 12, 31),
                number == null ? null : new BigDecimal(number),
                true,
                false,
                number == null ? "not reported" : null);
    }

    static ChartPoint estimated(int year, String number) {
        ChartPoint point = year(year, number);
        return new ChartPoint(point.period(), point.first(), point.last(), point.number(), false, false, "estimated");
    }

    static ChartPoint refused(int year, String number) {
        ChartPoint point = year(year, number);
        return new ChartPoint(point.period(), point.first(), point.last(), point.number(), true, true, "refused");
    }

    static ChartLine line(String key, String name, int colour, ChartPoint... points) {
        return new ChartLine(key, name, null, colour, false, List.of(points));
    }

    static ChartModel model(Shape shape, ChartLine... lines) {
        return model(shape, List.of(lines), List.of());
    }

    static ChartModel model(Shape shape, List<ChartLine> lines, List<ChartTarget> targets) {
        return new ChartModel(
                "Water & \"stress\" <1>", "Level of water stress", "%", shape, Better.DOWN, lines, targets, "t", "FAO");
    }

    /** Any chart: one value or many, gaps, signs, sizes, constant runs, months and years, marks and targets. */
    static ChartModel any(long seed) {
        var random = new Random(seed);
        double size = Math.pow(10, random.nextInt(40) - 20);
        double shift = random.nextInt(4) == 0 ? size * 1000 : 0;
        boolean constant = random.nextInt(6) == 0;
        boolean negative = random.nextBoolean();
        List<ChartLine> lines = new ArrayList<>();
        int count = 1 + random.nextInt(random.nextInt(5) == 0 ? 40 : 8);
        int most = 1 + random.nextInt(random.nextBoolean() ? 3 : 60);
        boolean months = random.nextInt(5) == 0;
        for (int i = 0; i < count; i++) {
            List<ChartPoint> points = new ArrayList<>();
            LocalDate first = LocalDate.of(1900 + random.nextInt(120), 1, 1);
            for (int k = 0; k < random.nextInt(most + 1); k++) {
                LocalDate last = months ? first.plusMonths(1) : first.plusYears(1);
                double value =
                        constant ? size : shift + size * (negative ? random.nextGaussian() : random.nextDouble());
                BigDecimal number = random.nextInt(5) == 0 ? null : new BigDecimal(value);
                points.add(new ChartPoint(
                        first.toString(),
                        first,
                        last.minusDays(1),
                        number,
                        random.nextInt(3) > 0,
                        number != null && random.nextInt(8) == 0,
                        random.nextBoolean() ? null : "why & \"so\" <what>"));
                first = random.nextInt(7) == 0 ? last.plusYears(random.nextInt(9)) : last;
            }
            String name = random.nextBoolean() ? "Страна " + i : "Очень длинное название области, страна номер " + i;
            String panel = random.nextInt(3) == 0 ? "Группа " + i / 2 : null;
            lines.add(new ChartLine("l" + i, name, panel, i, i == 0 && count > 3, points));
        }
        List<ChartTarget> targets = new ArrayList<>();
        for (int i = 0; i < random.nextInt(3); i++) {
            targets.add(new ChartTarget(
                    random.nextBoolean() ? "l0" : null,
                    new BigDecimal(size * random.nextDouble()),
                    random.nextBoolean() ? 2030 + random.nextInt(30) : null));
        }
        Shape shape = Shape.values()[random.nextInt(3)];
        return new ChartModel(
                "Title & <so>",
                "Measure & \"unit\"",
                "t{CO2e}",
                shape,
                Better.UP,
                lines,
                targets,
                random.nextBoolean() ? "t" : null,
                "S");
    }
}
