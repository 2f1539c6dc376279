package org.darya.action.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.List;
import org.darya.action.Actions;
import org.darya.action.MoneyKind;
import org.darya.action.Totals;
import org.darya.register.EntryApi;
import org.darya.register.Level;
import org.darya.register.LocalText;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Totals over projects: one to a kind of money and currency, with the rows counted and the rows left out. */
@RestController
@Tag(name = "projects")
class ProjectTotalsApi {
    private final Actions actions;
    private final ProjectsApi projects;

    ProjectTotalsApi(Actions actions, ProjectsApi projects) {
        this.actions = actions;
        this.projects = projects;
    }

    /** All totals over the projects that pass. */
    record Answer(int projects, List<String> withoutMoney, List<Total> totals) {}

    /** One total, millions of the currency. */
    record Total(
            MoneyKind kind,
            String currency,
            BigDecimal amount,
            BigDecimal upTo,
            List<String> counted,
            List<LeftOut> leftOut) {}

    /** A sum that is not counted: for a stated reason, or because it is inside another project's sum. */
    record LeftOut(
            String project,
            BigDecimal amount,
            @Nullable LocalText reason,
            @Nullable String insideOf) {}

    @GetMapping("/api/v1/projects/totals")
    @Operation(summary = "Totals by kind of money and currency; kinds and currencies are never added")
    Answer totals(
            @RequestParam(required = false) @Nullable String theme,
            @RequestParam(required = false) @Nullable String country,
            @RequestParam(required = false) @Nullable Level level,
            @Parameter(hidden = true) HttpServletRequest request) {
        EntryApi.known(request.getParameterMap().keySet());
        Totals totals = Totals.over(actions.projects().list(projects.filter(theme, country, level)));
        return new Answer(
                totals.projects(),
                totals.withoutMoney().stream().map(project -> project.id()).toList(),
                totals.totals().stream().map(ProjectTotalsApi::total).toList());
    }

    private static Total total(Totals.Total total) {
        return new Total(
                total.kind(),
                total.currency(),
                total.amount(),
                total.upTo(),
                total.rows().stream().map(row -> row.project().id()).toList(),
                total.leftOut().stream().map(ProjectTotalsApi::leftOut).toList());
    }

    private static LeftOut leftOut(Totals.LeftOut row) {
        return switch (row.reason()) {
            case Totals.Reason.Stated stated ->
                new LeftOut(row.project().id(), row.money().amount(), stated.text(), null);
            case Totals.Reason.InsideOf inside ->
                new LeftOut(
                        row.project().id(),
                        row.money().amount(),
                        null,
                        inside.parent().id());
        };
    }
}
