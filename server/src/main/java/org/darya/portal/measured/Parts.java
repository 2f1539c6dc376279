package org.darya.portal.measured;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.darya.evidence.Indicator;
import org.darya.evidence.IndicatorValue;
import org.darya.evidence.Line;
import org.darya.evidence.ValueStatus;
import org.darya.portal.chart.ChartLine;
import org.darya.portal.chart.ChartModel;
import org.darya.portal.chart.ChartPoint;
import org.darya.portal.chart.ChartTarget;
import org.darya.portal.chart.Figure;
import org.darya.portal.page.Page;
import org.jspecify.annotations.Nullable;

/** Brings the lines of an indicator onto charts: what may be compared on one, what not on the other. */
public final class Parts {
    private static final String COUNTRY = "country";
    private static final String CURRENCY = "currency";
    /** With more lines than this of one country, and more than the next in all, each country has a chart of its own. */
    private static final int MOST_IN_A_PANEL = 3;

    private static final int MOST_TOGETHER = 12;

    private final Page page;
    private final Naming naming;
    private final List<String> parties;

    /**
     * @param parties alpha-3 codes in the order of the programme: a country keeps its colour on every chart
     */
    public Parts(Page page, Naming naming, List<String> parties) {
        this.page = page;
        this.naming = naming;
        this.parties = parties;
    }

    /** Every part of an indicator, drawn. */
    public List<Part> of(Indicator indicator, String unit, List<Line> lines, String source) {
        List<Part> parts = new ArrayList<>();
        Map<String, List<Line>> groups = groups(lines);
        groups.forEach((code, own) -> {
            String heading = groups.size() == 1 ? null : heading(own.getFirst(), code);
            ChartModel model = model(indicator, unit, code, heading, own, source);
            Figure figure = Figure.of(model, page.phrases(), "c" + parts.size());
            parts.add(new Part(
                    groups.size() == 1 ? null : code,
                    heading,
                    own,
                    model,
                    figure,
                    ValueTable.of(model, own, figure.numbers(), page, naming)));
        });
        return parts;
    }

    /** Money of two currencies is never on one axis; a country with many regions has a chart of its own. */
    private static Map<String, List<Line>> groups(List<Line> lines) {
        Map<String, Long> ofCountry = lines.stream()
                .collect(Collectors.groupingBy(line -> line.key().getOrDefault(COUNTRY, ""), Collectors.counting()));
        boolean apart = lines.size() > MOST_TOGETHER
                && ofCountry.values().stream().anyMatch(count -> count > MOST_IN_A_PANEL)
                && ofCountry.size() > 1;
        Map<String, List<Line>> groups = new LinkedHashMap<>();
        for (Line line : lines) {
            String code = line.key().containsKey(CURRENCY)
                    ? line.key().getOrDefault(CURRENCY, "")
                    : apart ? line.key().getOrDefault(COUNTRY, "") : "";
            groups.computeIfAbsent(code, group -> new ArrayList<>()).add(line);
        }
        return groups;
    }

    private String heading(Line line, String code) {
        return line.key().containsKey(CURRENCY)
                ? page.phrases().unitOf("{" + code + "}", 0)
                : code.isEmpty() ? page.t("indicator.region") : naming.member(COUNTRY, code);
    }

    private ChartModel model(
            Indicator indicator, String unit, String code, @Nullable String heading, List<Line> lines, String source) {
        Set<String> countries =
                lines.stream().map(line -> line.key().getOrDefault(COUNTRY, "")).collect(Collectors.toSet());
        countries.remove("");
        List<String> others = lines.stream()
                .flatMap(line -> line.key().keySet().stream())
                .distinct()
                .filter(dimension -> !dimension.equals(COUNTRY) && !dimension.equals(CURRENCY))
                .toList();
        List<String> names =
                lines.stream().map(line -> naming.line(line, others)).distinct().toList();
        // women and men recur in every country and share its panel; a glacier is one of its own
        boolean panels = countries.size() > 1 && names.size() > 1 && names.size() < lines.size();
        List<ChartLine> drawn = new ArrayList<>();
        for (Line line : lines) {
            String name = name(line, countries, others, indicator);
            int colour = countries.size() > 1 && !panels
                    ? colour(line, drawn.size())
                    : panels ? names.indexOf(naming.line(line, others)) : one(countries, lines, drawn.size());
            drawn.add(new ChartLine(
                    Naming.slug(line),
                    panels ? naming.line(line, others) : name,
                    panels && line.country() != null ? page.country(line.country()) : null,
                    colour,
                    line.aggregate(),
                    points(line)));
        }
        String title = page.t(indicator.title());
        String unitOfPart = lines.getFirst().key().containsKey(CURRENCY) ? "{" + code + "}" : unit;
        return new ChartModel(
                heading == null ? title : title + ": " + heading,
                heading == null ? title : title + ": " + heading,
                unitOfPart,
                shape(indicator, drawn),
                switch (indicator.direction()) {
                    case UP -> ChartModel.Better.UP;
                    case DOWN -> ChartModel.Better.DOWN;
                    case NEUTRAL -> ChartModel.Better.NEUTRAL;
                },
                drawn,
                targets(indicator, lines),
                code.isEmpty() ? "v" : "v-" + code.toLowerCase(Locale.ROOT),
                source);
    }

    private String name(Line line, Set<String> countries, List<String> others, Indicator indicator) {
        if (line.aggregate() && !line.key().containsKey(COUNTRY)) {
            return naming.line(line);
        }
        if (others.isEmpty()) {
            return countries.isEmpty() || line.key().isEmpty() ? page.t(indicator.title()) : naming.line(line);
        }
        return naming.line(line, others);
    }

    private int colour(Line line, int place) {
        int party = line.country() == null ? -1 : parties.indexOf(line.country());
        return party < 0 ? place : party;
    }

    /** Regions of one country share its colour: their names stand over their panels. */
    private int one(Set<String> countries, List<Line> lines, int place) {
        return countries.size() == 1 && lines.size() > MOST_IN_A_PANEL
                ? Math.max(0, parties.indexOf(countries.iterator().next()))
                : place;
    }

    private static ChartModel.Shape shape(Indicator indicator, List<ChartLine> lines) {
        return switch (indicator.chart()) {
            case LINE -> ChartModel.Shape.LINES;
            case BARS -> ChartModel.Shape.BARS;
            case LINES_SMALL ->
                lines.size() <= MOST_IN_A_PANEL && lines.stream().allMatch(line -> line.panel() == null)
                        ? ChartModel.Shape.LINES
                        : ChartModel.Shape.PANELS;
        };
    }

    private List<ChartPoint> points(Line line) {
        return line.values().stream().map(this::point).toList();
    }

    private ChartPoint point(IndicatorValue value) {
        boolean sure = value.status() == ValueStatus.OBSERVED;
        String note = value.refused() != null
                ? page.t("indicator.not-used")
                : value.number() == null
                        ? (value.reason() == null ? null : page.t(value.reason().text()))
                        : sure ? null : page.label(value.status());
        return new ChartPoint(
                naming.period(value.period()),
                value.period().first(),
                value.period().last(),
                value.number(),
                sure,
                value.refused() != null,
                note);
    }

    private static List<ChartTarget> targets(Indicator indicator, List<Line> lines) {
        List<ChartTarget> targets = new ArrayList<>();
        for (Indicator.Target target : indicator.targets()) {
            lines.stream()
                    .filter(line -> target.country() == null
                            ? line.aggregate() || lines.size() == 1
                            : target.country().equals(line.country())
                                    && line.key().size() == (line.key().containsKey(COUNTRY) ? 1 : 0))
                    .findFirst()
                    .map(Naming::slug)
                    .ifPresent(slug -> targets.add(new ChartTarget(slug, target.value(), target.year())));
        }
        return targets;
    }

    /** The line of a chart that shows one line of an indicator, for small drawings. */
    public ChartLine small(Line line) {
        return new ChartLine(
                Naming.slug(line),
                naming.line(line),
                null,
                Math.max(0, colour(line, 0)),
                line.aggregate(),
                points(line));
    }

    /** One line of an indicator alone, with a target: for the page of a commitment. */
    public Part alone(Indicator indicator, String unit, Line line, List<ChartTarget> targets, String source) {
        String name = naming.line(line);
        String title = page.t(indicator.title()) + (name.isEmpty() ? "" : ": " + name);
        ChartLine own = small(line);
        var model = new ChartModel(
                title,
                title,
                unit,
                ChartModel.Shape.LINES,
                ChartModel.Better.NEUTRAL,
                List.of(own),
                targets.stream()
                        .map(target -> new ChartTarget(own.key(), target.value(), target.year()))
                        .toList(),
                null,
                source);
        return new Part(null, null, List.of(line), model, Figure.of(model, page.phrases(), "c0"), List.of());
    }
}
