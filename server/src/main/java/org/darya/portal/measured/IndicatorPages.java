package org.darya.portal.measured;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.darya.agreement.Assessment;
import org.darya.agreement.Findings;
import org.darya.evidence.Dataset;
import org.darya.evidence.Datasets;
import org.darya.evidence.Indicator;
import org.darya.evidence.IndicatorValue;
import org.darya.evidence.IndicatorVersion;
import org.darya.evidence.Indicators;
import org.darya.evidence.Line;
import org.darya.portal.chart.ChartTarget;
import org.darya.portal.page.Cited;
import org.darya.portal.page.Page;
import org.darya.register.Catalogue;
import org.darya.register.Entry;
import org.darya.register.Kind;
import org.darya.register.Register;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what the page of an indicator shows. */
@Component
public class IndicatorPages {
    private final Indicators indicators;
    private final Datasets datasets;
    private final Findings findings;
    private final Register register;
    private final Catalogue catalogue;

    IndicatorPages(
            Indicators indicators, Datasets datasets, Findings findings, Register register, Catalogue catalogue) {
        this.indicators = indicators;
        this.datasets = datasets;
        this.findings = findings;
        this.register = register;
        this.catalogue = catalogue;
    }

    /** Alpha-3 codes of the parties in their order. */
    public List<String> parties() {
        return register.parties().stream().map(Entry::id).toList();
    }

    public Naming naming(Page page) {
        return new Naming(page, datasets.words());
    }

    IndicatorView view(Page page, Indicator indicator, @Nullable IndicatorVersion version, boolean asked) {
        Naming naming = naming(page);
        List<Dataset> own = datasets(indicator);
        List<Part> parts = parts(page, naming, indicator, version, own);
        List<Line> lines = version == null ? List.of() : version.lines();
        Set<String> sources = new LinkedHashSet<>(Cited.by(indicator));
        own.forEach(dataset -> sources.add(dataset.source()));
        indicator.targets().forEach(target -> sources.addAll(target.sources()));
        indicator.refused().forEach(refusal -> sources.addAll(refusal.sources()));
        return new IndicatorView(
                indicator,
                version,
                asked,
                parts,
                MethodCard.of(indicator, page),
                inputs(indicator, own, page),
                findings.all().values().stream()
                        .flatMap(finding -> finding.results().stream()
                                .filter(result -> indicator.id().equals(result.indicator()))
                                .map(result -> new IndicatorView.FoundPart(finding, result)))
                        .toList(),
                findings.assessments().values().stream()
                        .filter(assessment -> indicator.id().equals(assessment.indicator()))
                        .toList(),
                coverage(lines, page),
                Remarks.missing(lines, page, naming),
                Remarks.refused(parts, naming),
                used(parts, naming),
                indicators.versions(indicator.id()),
                List.copyOf(sources),
                catalogue.naming(Kind.INDICATOR, indicator.id()));
    }

    /** The charts of a version. */
    List<Part> parts(Page page, Indicator indicator, @Nullable IndicatorVersion version) {
        return parts(page, naming(page), indicator, version, datasets(indicator));
    }

    private List<Part> parts(
            Page page, Naming naming, Indicator indicator, @Nullable IndicatorVersion version, List<Dataset> own) {
        if (version == null || version.lines().isEmpty()) {
            return List.of();
        }
        return new Parts(page, naming, parties())
                .of(indicator, version.unit(), version.lines(), source(page, indicator, own));
    }

    /** The line that an assessment rests on, with its target; null where nothing measures it. */
    public @Nullable Part behind(Page page, Assessment assessment) {
        if (assessment.indicator() == null || assessment.version() == null) {
            return null;
        }
        Indicator indicator = indicators.find(assessment.indicator());
        IndicatorVersion version = indicators.version(assessment.indicator(), assessment.version());
        Line line = version == null ? null : version.line(assessment.line());
        if (indicator == null || version == null || line == null || line.latest() == null) {
            return null;
        }
        Assessment.YearValue target = assessment.target();
        List<ChartTarget> targets = target == null || !version.unit().equals(assessment.unit())
                ? List.of()
                : List.of(new ChartTarget(null, target.value(), target.year()));
        return new Parts(page, naming(page), parties())
                .alone(indicator, version.unit(), line, targets, source(page, indicator, datasets(indicator)));
    }

    /** Whose numbers these are, as the licences want them named. */
    static String source(Page page, Indicator indicator, List<Dataset> own) {
        String names = own.isEmpty()
                ? page.sources(indicator.head().sources()).stream()
                        .map(source -> page.t(source.publisher()))
                        .distinct()
                        .collect(Collectors.joining("; "))
                : own.stream()
                        .map(dataset -> page.t(dataset.attribution()))
                        .distinct()
                        .collect(Collectors.joining("; "));
        return page.t("indicator.source-line", names);
    }

    private List<Dataset> datasets(Indicator indicator) {
        Map<String, Dataset> all = datasets.list().stream().collect(Collectors.toMap(Dataset::id, dataset -> dataset));
        Set<String> ids = new LinkedHashSet<>();
        collect(indicator, ids, 0);
        return ids.stream().map(all::get).filter(Objects::nonNull).toList();
    }

    /** The datasets of an indicator, and those of the indicators that go into it. */
    private void collect(Indicator indicator, Set<String> ids, int depth) {
        for (List<Indicator.Input> inputs : indicator.inputs().values()) {
            for (Indicator.Input input : inputs) {
                if (input.dataset() != null) {
                    ids.add(input.dataset());
                } else if (input.indicator() != null && depth < 3) {
                    Indicator other = indicators.find(input.indicator());
                    if (other != null) {
                        collect(other, ids, depth + 1);
                    }
                }
            }
        }
    }

    private static List<IndicatorView.InputRow> inputs(Indicator indicator, List<Dataset> own, Page page) {
        Map<String, Dataset> byId = own.stream().collect(Collectors.toMap(Dataset::id, dataset -> dataset));
        Map<String, List<IndicatorView.InputName>> places = new LinkedHashMap<>();
        indicator.inputs().forEach((name, inputs) -> {
            for (Indicator.Input input : inputs) {
                String place = input.dataset() == null ? "indicator " + input.indicator() : input.dataset();
                var one = new IndicatorView.InputName(MethodCard.input(name, page), input.series());
                List<IndicatorView.InputName> names = places.computeIfAbsent(place, key -> new ArrayList<>());
                if (!names.contains(one)) {
                    names.add(one);
                }
            }
        });
        List<IndicatorView.InputRow> rows = new ArrayList<>();
        places.forEach((place, names) -> rows.add(new IndicatorView.InputRow(
                names, byId.get(place), place.startsWith("indicator ") ? place.substring(10) : null)));
        return rows;
    }

    private static @Nullable String coverage(List<Line> lines, Page page) {
        int least = 100;
        String text = null;
        for (Line line : lines) {
            for (IndicatorValue value : line.values()) {
                IndicatorValue.Coverage coverage = value.coverage();
                if (coverage != null && coverage.present() < coverage.expected() && value.number() != null) {
                    int percent = (int) Math.floor(100.0 * coverage.present() / coverage.expected());
                    if (percent < least) {
                        least = percent;
                        text = page.t(
                                "indicator.coverage-least",
                                page.number(coverage.present()),
                                page.number(coverage.expected()),
                                value.period().text());
                    }
                }
            }
        }
        return text;
    }

    private static List<IndicatorView.LatestUsed> used(List<Part> parts, Naming naming) {
        List<IndicatorView.LatestUsed> used = new ArrayList<>();
        for (Part part : parts) {
            for (Line line : part.lines()) {
                IndicatorValue latest = line.latest();
                if (latest != null && !latest.used().isEmpty()) {
                    used.add(new IndicatorView.LatestUsed(
                            naming.line(line),
                            part.figure().numbers().full(Objects.requireNonNull(latest.number())),
                            naming.period(latest.period()),
                            latest.used()));
                }
            }
        }
        return used;
    }
}
