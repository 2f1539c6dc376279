package org.darya.portal.measured;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.darya.evidence.Indicator;
import org.darya.evidence.IndicatorVersion;
import org.darya.evidence.Indicators;
import org.darya.evidence.Indicators.AtAGlance;
import org.darya.portal.chart.ChartFile;
import org.darya.portal.page.Choice;
import org.darya.portal.page.Page;
import org.darya.portal.page.PageProblem;
import org.darya.portal.page.PageView;
import org.darya.portal.page.Pages;
import org.darya.portal.page.Visit;
import org.darya.register.Filter;
import org.darya.register.Kind;
import org.darya.register.Register;
import org.darya.register.Theme;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Indicators by theme, each with its charts, and every version of each. */
@Controller
@RequestMapping("/{language:ru|kk|en}/indicators")
class IndicatorsController {
    private static final MediaType SVG = new MediaType("image", "svg+xml", StandardCharsets.UTF_8);

    private final Pages pages;
    private final Indicators indicators;
    private final IndicatorPages gathered;
    private final Register register;

    IndicatorsController(Pages pages, Indicators indicators, IndicatorPages gathered, Register register) {
        this.pages = pages;
        this.indicators = indicators;
        this.gathered = gathered;
        this.register = register;
    }

    @GetMapping
    PageView indicators(Visit visit) {
        Page page = pages.begin(visit);
        List<AtAGlance> all = indicators.atAGlance(Filter.ALL);
        List<Theme> themes = register.themes().list(Filter.ALL);
        List<String> parties = gathered.parties();
        Naming naming = gathered.naming(page);
        return pages.show(
                page,
                "indicators",
                new IndicatorsView(
                        all.size(),
                        themes.stream()
                                .map(theme -> new IndicatorsView.Section(
                                        theme,
                                        Matrix.of(
                                                all.stream()
                                                        .filter(one -> one.indicator()
                                                                .head()
                                                                .themes()
                                                                .contains(theme.id()))
                                                        .toList(),
                                                parties,
                                                page,
                                                naming)))
                                .toList()));
    }

    @GetMapping("/{id}")
    PageView indicator(Visit visit, @PathVariable String id) {
        Page page = pages.begin(visit);
        Indicator indicator = pages.need(indicators.table(), id);
        return pages.show(page, "indicator", gathered.view(page, indicator, indicators.current(id), false));
    }

    /** The permanent address of a version: it gives the same numbers for ever. */
    @GetMapping("/{id}/versions/{version}")
    PageView version(Visit visit, @PathVariable String id, @PathVariable String version) {
        Page page = pages.begin(visit);
        Indicator indicator = pages.need(indicators.table(), id);
        return pages.show(page, "indicator", gathered.view(page, indicator, needVersion(id, version), true));
    }

    @GetMapping("/{id}.svg")
    ResponseEntity<String> drawing(
            Visit visit, @PathVariable String id, @RequestParam(required = false) @Nullable String part) {
        return svg(visit, id, indicators.current(id), part);
    }

    @GetMapping("/{id}/versions/{version}.svg")
    ResponseEntity<String> drawingOfVersion(
            Visit visit,
            @PathVariable String id,
            @PathVariable String version,
            @RequestParam(required = false) @Nullable String part) {
        return svg(visit, id, needVersion(id, version), part);
    }

    private IndicatorVersion needVersion(String id, String version) {
        IndicatorVersion found = indicators.version(id, version);
        if (found == null) {
            throw PageProblem.noSuchRecord(Kind.INDICATOR, id + "/versions/" + version);
        }
        return found;
    }

    private ResponseEntity<String> svg(
            Visit visit, String id, @Nullable IndicatorVersion version, @Nullable String asked) {
        Page page = pages.begin(visit);
        Indicator indicator = pages.need(indicators.table(), id);
        List<Part> parts = gathered.parts(page, indicator, version);
        if (parts.isEmpty()) {
            throw PageProblem.noSuchRecord(Kind.INDICATOR, id + ".svg");
        }
        Map<String, Part> byCode = parts.stream()
                .filter(part -> part.code() != null)
                .collect(Collectors.toMap(part -> Objects.requireNonNull(part.code()), part -> part));
        Part chosen = Choice.of(byCode, "part", asked);
        String address =
                visit.origin() + page.to(Kind.INDICATOR, id) + (version == null ? "" : "/versions/" + version.id());
        return ResponseEntity.ok()
                .contentType(SVG)
                .header("Cache-Control", "no-cache")
                .body(ChartFile.of((chosen == null ? parts.getFirst() : chosen).model(), page.phrases(), address));
    }
}
