package org.darya.portal.register;

import org.darya.action.Actions;
import org.darya.agreement.Agreements;
import org.darya.portal.page.PageView;
import org.darya.portal.page.Pages;
import org.darya.portal.page.Visit;
import org.darya.register.Catalogue;
import org.darya.register.Filter;
import org.darya.register.Kind;
import org.darya.register.Register;
import org.darya.register.Theme;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** Themes, organisations, sources, and where they disagree. */
@Controller
@RequestMapping("/{language:ru|kk|en}")
class RegisterController {
    private final Pages pages;
    private final Register register;
    private final Catalogue catalogue;
    private final Agreements agreements;
    private final Actions actions;
    private final Disagreements disagreements;

    RegisterController(
            Pages pages,
            Register register,
            Catalogue catalogue,
            Agreements agreements,
            Actions actions,
            Disagreements disagreements) {
        this.pages = pages;
        this.register = register;
        this.catalogue = catalogue;
        this.agreements = agreements;
        this.actions = actions;
        this.disagreements = disagreements;
    }

    @GetMapping("/themes")
    PageView themes(Visit visit) {
        return pages.show(
                visit, "themes", new ThemesView(register.themes().list(Filter.ALL), catalogue.countsByTheme()));
    }

    @GetMapping("/themes/{id}")
    PageView theme(Visit visit, @PathVariable String id) {
        Theme theme = pages.need(register.themes(), id);
        Filter own = Filter.theme(id);
        return pages.show(
                visit,
                "theme",
                new ThemeView(
                        theme,
                        register.themes().list(Filter.ALL),
                        agreements.meetings().list(own),
                        agreements.documents().list(own),
                        agreements.commitments().list(own),
                        agreements.claims().list(own),
                        actions.initiatives().list(own),
                        actions.projects().list(own)));
    }

    @GetMapping("/organisations")
    PageView organisations(Visit visit) {
        return pages.show(
                visit,
                "organisations",
                new OrganisationsView(
                        register.organisations().list(Filter.ALL), catalogue.namedCounts(Kind.ORGANISATION)));
    }

    @GetMapping("/organisations/{id}")
    PageView organisation(Visit visit, @PathVariable String id) {
        return pages.show(visit, "organisation", pages.needNamed(register.organisations(), id));
    }

    @GetMapping("/sources")
    PageView sources(Visit visit) {
        return pages.show(
                visit,
                "sources",
                new SourcesView(
                        register.sources().list(Filter.ALL), catalogue.namedCounts(Kind.SOURCE), visit.language()));
    }

    @GetMapping("/sources/{id}")
    PageView source(Visit visit, @PathVariable String id) {
        return pages.show(visit, "source", pages.needNamed(register.sources(), id));
    }

    @GetMapping("/disagreements")
    PageView disagreements(Visit visit) {
        return pages.show(
                visit,
                "disagreements",
                new DisagreementsView(disagreements.count(), disagreements.records(), disagreements.groups()));
    }
}
