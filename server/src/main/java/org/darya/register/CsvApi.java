package org.darya.register;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.darya.platform.ApiProblem;
import org.darya.platform.ProblemCode;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Every kind of record as a table, for spreadsheets. */
@RestController
@Tag(name = "csv")
class CsvApi {
    private final Map<String, EntryApi<?>> kinds;
    private final JsonMapper json;

    CsvApi(List<EntryApi<?>> kinds, JsonMapper json) {
        this.kinds = kinds.stream()
                .collect(Collectors.toMap(api -> api.table().kind().word(), Function.identity()));
        this.json = json;
    }

    /** All records that pass, one to a row; the columns are the same whatever the filter. */
    @GetMapping(path = "/api/v1/{kind}.csv")
    @Operation(summary = "All records of a kind as CSV (UTF-8, with a byte-order mark for spreadsheets)")
    void csv(
            @Parameter(
                            schema =
                                    @Schema(
                                            allowableValues = {
                                                "themes",
                                                "countries",
                                                "organisations",
                                                "sources",
                                                "meetings",
                                                "documents",
                                                "commitments",
                                                "claims",
                                                "initiatives",
                                                "projects",
                                                "indicators"
                                            }))
                    @PathVariable
                    String kind,
            @RequestParam(required = false) @Nullable String theme,
            @RequestParam(required = false) @Nullable String country,
            @RequestParam(required = false) @Nullable Level level,
            @Parameter(hidden = true) HttpServletRequest request,
            @Parameter(hidden = true) HttpServletResponse response)
            throws IOException {
        EntryApi<?> api = kinds.get(kind);
        if (api == null) {
            throw new ApiProblem(ProblemCode.NO_SUCH_ADDRESS, request.getRequestURI());
        }
        EntryApi.known(request.getParameterMap().keySet());
        Filter filter = api.filter(theme, country, level);
        Set<String> columns = new LinkedHashSet<>();
        rows(api, Filter.ALL).forEach(row -> columns.addAll(row.keySet()));
        List<Map<String, String>> rows = filter.equals(Filter.ALL) ? rows(api, Filter.ALL) : rows(api, filter);
        response.setContentType("text/csv;charset=utf-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"%s.csv\"".formatted(kind));
        Writer out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        out.write('\uFEFF'); // without it Excel takes Cyrillic for Windows-1252
        try (var printer = new CSVPrinter(out, CSVFormat.RFC4180)) {
            printer.printRecord(columns);
            for (Map<String, String> row : rows) {
                var cells = new ArrayList<String>();
                columns.forEach(column -> cells.add(row.getOrDefault(column, "")));
                printer.printRecord(cells);
            }
        }
    }

    private List<Map<String, String>> rows(EntryApi<?> api, Filter filter) {
        return api.all(filter).stream()
                .map(entry -> FlatRow.of(json.valueToTree(entry)))
                .toList();
    }
}
