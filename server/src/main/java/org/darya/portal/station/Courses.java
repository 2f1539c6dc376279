package org.darya.portal.station;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.darya.evidence.Reading.Mean;
import org.darya.evidence.Reading.Span;
import org.darya.evidence.Station;
import org.darya.evidence.Stations;
import org.darya.evidence.Stream;
import org.darya.portal.chart.ChartLine;
import org.darya.portal.chart.ChartModel;
import org.darya.portal.chart.ChartNumbers;
import org.darya.portal.chart.ChartPoint;
import org.darya.portal.chart.Figure;
import org.darya.portal.measured.ValueTable;
import org.darya.portal.measured.ValueTable.Cell;
import org.darya.portal.measured.ValueTable.Heading;
import org.darya.portal.measured.ValueTable.Kind;
import org.darya.portal.measured.ValueTable.Row;
import org.darya.portal.page.Page;
import org.darya.portal.station.StationView.Course;
import org.darya.register.Edtf;
import org.jspecify.annotations.Nullable;

/** Draws how the numbers of streams went: days of the last quarter, months of the last ten years, or all years. */
final class Courses {
    private static final int DAYS = 92;
    private static final int MONTHS = 120;
    private static final int YEARS = 200;
    /** Values that lie further apart than this many days have no course by day, and beyond the next none by month. */
    private static final double DAILY = 2;

    private static final double MONTHLY = 45;
    private static final MathContext DIGITS = new MathContext(7);

    private final Page page;
    private final Stations stations;

    Courses(Page page, Stations stations) {
        this.page = page;
        this.stations = stations;
    }

    /** Whether a stream can have a course: it has values, and they are single ones. */
    static boolean possible(Stream stream) {
        return !stream.multi() && stream.last() != null;
    }

    /** What suits the distance between the values of a stream. */
    static Span suited(Stream stream) {
        Instant first = Objects.requireNonNull(stream.first());
        Instant last = Objects.requireNonNull(stream.last());
        double apart = Duration.between(first, last).toDays() / (double) Math.max(1, stream.count() - 1);
        return apart <= DAILY ? Span.DAY : apart <= MONTHLY ? Span.MONTH : Span.YEAR;
    }

    /** The course of a stream; null where it has no numbers in that time. */
    @Nullable
    Course of(Station station, Stream stream, Span span) {
        LocalDate end = LocalDate.ofInstant(Objects.requireNonNull(stream.last()), ZoneOffset.UTC)
                .plusDays(1);
        LocalDate from = switch (span) {
            case DAY -> end.minusDays(DAYS);
            case MONTH -> end.minusMonths(MONTHS).withDayOfMonth(1);
            case YEAR -> end.minusYears(YEARS).withDayOfYear(1);
        };
        List<Mean> means = stations.means(stream.id(), span, from, end);
        if (means.isEmpty()) {
            return null;
        }
        String property = stream.property().name();
        String title = station.name() + ": " + (property.equals(stream.name()) ? property : stream.name());
        String datum = stream.datum();
        String party = stream.party();
        ChartModel model = new ChartModel(
                title,
                property + (datum == null ? "" : " (" + datum + ")") + ", "
                        + page.t("station.by." + StationView.word(span)),
                stream.property().unit(),
                ChartModel.Shape.LINES,
                ChartModel.Better.NEUTRAL,
                List.of(new ChartLine("mean", property, null, 0, false, points(means, span))),
                List.of(),
                "s" + stream.id(),
                party != null ? party : Objects.requireNonNullElse(station.owner(), station.name()));
        Figure figure = Figure.of(model, page.phrases(), "s" + stream.id());
        return new Course(stream, span, model, figure, table(model, means, span, figure.numbers()));
    }

    private List<ChartPoint> points(List<Mean> means, Span span) {
        return means.stream()
                .map(mean -> new ChartPoint(
                        period(mean, span),
                        mean.first(),
                        mean.last(),
                        number(mean.mean()),
                        mean.sure(),
                        false,
                        mean.count() == 1 ? null : page.t("station.mean-of", page.number(mean.count()))))
                .toList();
    }

    private ValueTable table(ChartModel model, List<Mean> means, Span span, ChartNumbers numbers) {
        boolean single = means.stream().allMatch(mean -> mean.count() == 1);
        String anchors = model.anchors() + "-mean";
        List<Heading> columns = new ArrayList<>();
        columns.add(new Heading(page.t(single ? "indicator.value" : "station.mean"), anchors));
        if (!single) {
            columns.add(new Heading(page.t("station.least"), null));
            columns.add(new Heading(page.t("station.most"), null));
            columns.add(new Heading(page.t("indicator.values"), null));
        }
        List<Row> rows = new ArrayList<>();
        for (Mean mean : means.reversed()) {
            String anchor = anchors + "-" + mean.first();
            Kind kind = mean.sure() ? Kind.SURE : Kind.UNSURE;
            List<@Nullable Cell> cells = new ArrayList<>();
            cells.add(new Cell(anchor, numbers.plain(number(mean.mean())), kind, null));
            if (!single) {
                cells.add(new Cell(anchor + "-least", numbers.plain(number(mean.least())), kind, null));
                cells.add(new Cell(anchor + "-most", numbers.plain(number(mean.most())), kind, null));
                cells.add(new Cell(anchor + "-n", page.number(mean.count()), Kind.SURE, null));
            }
            rows.add(new Row(new Heading(period(mean, span), null), cells));
        }
        return new ValueTable(null, false, columns, rows);
    }

    private String period(Mean mean, Span span) {
        String day = mean.first().toString();
        return page.date(new Edtf(
                switch (span) {
                    case DAY -> day;
                    case MONTH -> day.substring(0, 7);
                    case YEAR -> String.format(Locale.ROOT, "%04d", mean.first().getYear());
                }));
    }

    private static BigDecimal number(double value) {
        return BigDecimal.valueOf(value).round(DIGITS).stripTrailingZeros();
    }
}
