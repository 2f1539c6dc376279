package org.darya.portal.register;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.darya.action.Actions;
import org.darya.agreement.Agreements;
import org.darya.agreement.Assessment;
import org.darya.agreement.Claim;
import org.darya.agreement.Commitment;
import org.darya.agreement.Finding;
import org.darya.agreement.Findings;
import org.darya.evidence.Indicators;
import org.darya.portal.measured.IndicatorPages;
import org.darya.portal.measured.Matrix;
import org.darya.portal.page.Page;
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
    private final Findings findings;
    private final Indicators indicators;
    private final IndicatorPages gathered;

    RegisterController(
            Pages pages,
            Register register,
            Catalogue catalogue,
            Agreements agreements,
            Actions actions,
            Disagreements disagreements,
            Findings findings,
            Indicators indicators,
            IndicatorPages gathered) {
        this.findings = findings;
        this.indicators = indicators;
        this.gathered = gathered;
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
        Page page = pages.begin(visit);
        List<Claim> claims = agreements.claims().list(own);
        List<Commitment> commitments = agreements.commitments().list(own);
        Map<String, Finding> found = findings.all();
        Map<String, Assessment> assessed = findings.assessments();
        return pages.show(
                page,
                "theme",
                new ThemeView(
                        theme,
                        register.themes().list(Filter.ALL),
                        agreements.meetings().list(own),
                        agreements.documents().list(own),
                        commitments,
                        claims,
                        actions.initiatives().list(own),
                        actions.projects().list(own),
                        Matrix.of(indicators.atAGlance(own), gathered.parties(), page, gathered.naming(page)),
                        claims.stream()
                                .map(claim -> found.get(claim.id()))
                                .filter(Objects::nonNull)
                                .toList(),
                        commitments.stream()
                                .map(commitment -> assessed.get(commitment.id()))
                                .filter(Objects::nonNull)
                                .toList()));
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
