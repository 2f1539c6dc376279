package org.darya.evidence.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.darya.evidence.Evidence;
import org.darya.evidence.Series;
import org.darya.evidence.SeriesValue;
import org.darya.platform.ApiProblem;
import org.darya.platform.ProblemCode;
import org.darya.register.Items;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Official series as they were imported. */
@RestController
@RequestMapping("/api/v1/series")
@Tag(name = "series")
class SeriesApi {
    private static final int MOST = 1000;

    private final Evidence evidence;

    SeriesApi(Evidence evidence) {
        this.evidence = evidence;
    }

    /** A series with its values; an item that has none is left out of the JSON. */
    record WithValues(@JsonUnwrapped Series series, List<SeriesValue> observations) {}

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Official series by office and indicator")
    Items<Series> list(
            @Parameter(description = "name of a statistical office") @RequestParam(required = false) @Nullable
                    String office,
            @Parameter(description = "code of an indicator, such as 8.5.2") @RequestParam(required = false) @Nullable
                    String indicator,
            @Parameter(description = "how many at most, up to 1000") @RequestParam(defaultValue = "100") int limit,
            @Parameter(description = "how many to leave out first") @RequestParam(defaultValue = "0") int offset,
            @Parameter(hidden = true) HttpServletRequest request) {
        known(request, "office", "indicator", "limit", "offset", "lang");
        within("limit", limit, 1, MOST);
        within("offset", offset, 0, Integer.MAX_VALUE);
        List<String> offices = evidence.offices();
        if (office != null && !offices.contains(office)) {
            throw new ApiProblem(ProblemCode.BAD_PARAMETER, "office", office, String.join(", ", offices));
        }
        return new Items<>(evidence.series(office, indicator, limit, offset), evidence.count(office, indicator));
    }

    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "A series with its values, their sources and what held before")
    WithValues one(@PathVariable String id, @Parameter(hidden = true) HttpServletRequest request) {
        known(request, "lang");
        return new WithValues(found(id), evidence.values(id));
    }

    @GetMapping(path = "/{id}.csv")
    @Operation(summary = "The values of a series as CSV (UTF-8, with a byte-order mark for spreadsheets)")
    void csv(
            @PathVariable String id,
            @Parameter(hidden = true) HttpServletRequest request,
            @Parameter(hidden = true) HttpServletResponse response)
            throws IOException {
        known(request, "lang");
        Series series = found(id);
        response.setContentType("text/csv;charset=utf-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"%s.csv\"".formatted(series.id()));
        SeriesCsv.write(series, evidence.values(id), response.getOutputStream());
    }

    private Series found(String id) {
        Series series = evidence.find(id);
        if (series == null) {
            throw new ApiProblem(ProblemCode.NO_SUCH_RECORD, "series", id);
        }
        return series;
    }

    private static void known(HttpServletRequest request, String... names) {
        request.getParameterMap().keySet().stream()
                .filter(name -> !Set.of(names).contains(name))
                .sorted()
                .findFirst()
                .ifPresent(name -> {
                    throw new ApiProblem(ProblemCode.UNKNOWN_PARAMETER, name, String.join(", ", names));
                });
    }

    private static void within(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new ApiProblem(ProblemCode.BAD_PARAMETER, name, Integer.toString(value), least + " … " + most);
        }
    }
}
