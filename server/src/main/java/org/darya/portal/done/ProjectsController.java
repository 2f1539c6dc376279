package org.darya.portal.done;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.darya.action.Actions;
import org.darya.action.MoneyKind;
import org.darya.action.Project;
import org.darya.action.Totals;
import org.darya.portal.page.Choice;
import org.darya.portal.page.PageView;
import org.darya.portal.page.Pages;
import org.darya.portal.page.Visit;
import org.darya.register.Catalogue;
import org.darya.register.Catalogue.Line;
import org.darya.register.Filter;
import org.darya.register.Kind;
import org.darya.register.Level;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Projects with filters and honest totals, and each. */
@Controller
@RequestMapping("/{language:ru|kk|en}/projects")
class ProjectsController {
    private final Pages pages;
    private final Actions actions;
    private final Catalogue catalogue;

    ProjectsController(Pages pages, Actions actions, Catalogue catalogue) {
        this.pages = pages;
        this.actions = actions;
        this.catalogue = catalogue;
    }

    @GetMapping
    PageView projects(
            Visit visit,
            @RequestParam(required = false) @Nullable String theme,
            @RequestParam(required = false) @Nullable String country,
            @RequestParam(required = false) @Nullable String group,
            @RequestParam(required = false) @Nullable String money,
            @RequestParam(required = false) @Nullable String level) {
        Map<String, Line> themes = catalogue.lines(Kind.THEME);
        Map<String, Line> countries = countriesOfProjects();
        Line chosenTheme = Choice.of(themes, "theme", theme);
        Line chosenCountry = Choice.of(countries, "country", country);
        Project.Group chosenGroup = Choice.of(Project.Group.class, "group", group);
        MoneyKind chosenMoney = Choice.of(MoneyKind.class, "money", money);
        Level chosenLevel = Choice.of(Level.class, "level", level);
        var filter = new Filter(id(chosenTheme), id(chosenCountry), chosenLevel);
        List<Project> projects = actions.projects().list(filter).stream()
                .filter(project -> chosenGroup == null || project.group() == chosenGroup)
                .filter(project ->
                        chosenMoney == null || project.money().stream().anyMatch(sum -> sum.kind() == chosenMoney))
                .toList();
        return pages.show(
                visit,
                "projects",
                new ProjectsView(
                        projects,
                        Totals.over(projects),
                        List.copyOf(themes.values()),
                        List.copyOf(countries.values()),
                        new ProjectsView.Chosen(
                                id(chosenTheme), id(chosenCountry), chosenGroup, chosenMoney, chosenLevel)));
    }

    @GetMapping("/{id}")
    PageView project(Visit visit, @PathVariable String id) {
        return pages.show(visit, "project", pages.needNamed(actions.projects(), id));
    }

    /** Only countries that have a project: a choice that always gives nothing is no choice. */
    private Map<String, Line> countriesOfProjects() {
        var counts = catalogue.countsByCountry();
        Map<String, Line> countries = new LinkedHashMap<>(catalogue.lines(Kind.COUNTRY));
        countries.keySet().removeIf(code -> !counts.getOrDefault(code, Map.of()).containsKey(Kind.PROJECT));
        return countries;
    }

    private static @Nullable String id(@Nullable Line line) {
        return line == null ? null : line.id();
    }
}
