package org.darya.evidence.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.darya.evidence.Indicator;
import org.darya.evidence.IndicatorVersion;
import org.darya.evidence.Indicators;
import org.darya.evidence.Line;
import org.darya.platform.ApiProblem;
import org.darya.platform.ProblemCode;
import org.darya.register.EntryApi;
import org.darya.register.Items;
import org.darya.register.Register;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Declared indicators, and their values in every version that was computed. */
@RestController
@RequestMapping("/api/v1/indicators")
@Tag(name = "indicators")
class IndicatorsApi extends EntryApi<Indicator> {
    private static final String COUNTRY = "ISO 3166-1 alpha-3 code; without it all lines";

    private final Indicators indicators;

    IndicatorsApi(Indicators indicators, Register register) {
        super(indicators.table(), register);
        this.indicators = indicators;
    }

    @GetMapping(path = "/{id}/series", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "The newest values of an indicator with status, coverage and what went into each")
    IndicatorVersion series(
            @PathVariable String id,
            @Parameter(description = COUNTRY) @RequestParam(required = false) @Nullable String country,
            @Parameter(hidden = true) HttpServletRequest request) {
        EntryApi.known(request.getParameterMap().keySet());
        return of(current(id), country);
    }

    @GetMapping(path = "/{id}/series.csv")
    @Operation(summary = "The newest values as CSV (UTF-8, with a byte-order mark for spreadsheets)")
    void csv(
            @PathVariable String id,
            @Parameter(description = COUNTRY) @RequestParam(required = false) @Nullable String country,
            @Parameter(hidden = true) HttpServletRequest request,
            @Parameter(hidden = true) HttpServletResponse response)
            throws IOException {
        EntryApi.known(request.getParameterMap().keySet());
        IndicatorVersion version = of(current(id), country);
        attach(response, id + ".csv");
        IndicatorCsv.write(version, response.getOutputStream());
    }

    @GetMapping(path = "/{id}/series.sdmx.csv")
    @Operation(summary = "The newest values as SDMX-CSV 2.0")
    void sdmx(
            @PathVariable String id,
            @Parameter(description = COUNTRY) @RequestParam(required = false) @Nullable String country,
            @Parameter(hidden = true) HttpServletRequest request,
            @Parameter(hidden = true) HttpServletResponse response)
            throws IOException {
        EntryApi.known(request.getParameterMap().keySet());
        IndicatorVersion version = of(current(id), country);
        attach(response, id + ".sdmx.csv");
        response.setContentType("application/vnd.sdmx.data+csv;version=2.0.0;charset=utf-8");
        SdmxCsv.write(version, declared(id).by(), response.getOutputStream());
    }

    @GetMapping(path = "/{id}/versions", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Every version of the values, newest first")
    Items<Indicators.VersionEntry> versions(
            @PathVariable String id, @Parameter(hidden = true) HttpServletRequest request) {
        EntryApi.known(request.getParameterMap().keySet());
        List<Indicators.VersionEntry> all = indicators.versions(id);
        if (all.isEmpty()) {
            declared(id);
        }
        return new Items<>(all, all.size());
    }

    @GetMapping(path = "/{id}/versions/{version}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "The values of one version; they never change")
    IndicatorVersion version(
            @PathVariable String id,
            @PathVariable String version,
            @Parameter(description = COUNTRY) @RequestParam(required = false) @Nullable String country,
            @Parameter(hidden = true) HttpServletRequest request) {
        EntryApi.known(request.getParameterMap().keySet());
        IndicatorVersion found = indicators.version(id, version);
        if (found == null) {
            throw new ApiProblem(ProblemCode.NO_SUCH_RECORD, "indicators", id + "/versions/" + version);
        }
        return of(found, country);
    }

    private Indicator declared(String id) {
        Indicator found = indicators.find(id);
        if (found == null) {
            throw new ApiProblem(ProblemCode.NO_SUCH_RECORD, "indicators", id);
        }
        return found;
    }

    private IndicatorVersion current(String id) {
        IndicatorVersion found = indicators.current(id);
        if (found == null) {
            declared(id);
            throw new ApiProblem(ProblemCode.NO_SUCH_RECORD, "indicators", id + "/series");
        }
        return found;
    }

    /** The lines of one country; a country that the programme does not know is refused. */
    private IndicatorVersion of(IndicatorVersion version, @Nullable String country) {
        if (country == null) {
            return version;
        }
        String code =
                Objects.requireNonNull(filter(null, country, null).country()).toUpperCase(Locale.ROOT);
        List<Line> lines = version.lines().stream()
                .filter(line -> code.equals(line.country()))
                .toList();
        return new IndicatorVersion(
                version.indicator(),
                version.id(),
                version.computedAt(),
                version.current(),
                version.method(),
                version.methodVersion(),
                version.unit(),
                version.notes(),
                lines);
    }

    private static void attach(HttpServletResponse response, String name) {
        response.setContentType("text/csv;charset=utf-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"%s\"".formatted(name));
    }
}
