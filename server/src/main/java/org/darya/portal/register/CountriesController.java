package org.darya.portal.register;

import java.util.List;
import org.darya.action.Actions;
import org.darya.agreement.Agreements;
import org.darya.agreement.Findings;
import org.darya.evidence.Indicators;
import org.darya.portal.measured.Glance;
import org.darya.portal.measured.IndicatorPages;
import org.darya.portal.measured.Naming;
import org.darya.portal.measured.Parts;
import org.darya.portal.page.Page;
import org.darya.portal.page.PageView;
import org.darya.portal.page.Pages;
import org.darya.portal.page.Visit;
import org.darya.register.Catalogue;
import org.darya.register.Country;
import org.darya.register.Entry;
import org.darya.register.Filter;
import org.darya.register.Register;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** Countries by what they are to the programme, and everything about each. */
@Controller
@RequestMapping("/{language:ru|kk|en}/countries")
class CountriesController {
    private final Pages pages;
    private final Register register;
    private final Catalogue catalogue;
    private final Agreements agreements;
    private final Actions actions;

    private final Findings findings;
    private final Indicators indicators;
    private final IndicatorPages gathered;

    CountriesController(
            Pages pages,
            Register register,
            Catalogue catalogue,
            Agreements agreements,
            Actions actions,
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
    }

    @GetMapping
    PageView countries(Visit visit) {
        return pages.show(
                visit,
                "countries",
                new CountriesView(register.countries().list(Filter.ALL), catalogue.countsByCountry()));
    }

    @GetMapping("/{id}")
    PageView country(Visit visit, @PathVariable String id) {
        Country country = pages.need(register.countries(), id);
        Filter own = Filter.country(id);
        Page page = pages.begin(visit);
        Naming naming = gathered.naming(page);
        List<Glance> glances = Glance.ofCountry(
                indicators.latestByCountry(id), page, naming, new Parts(page, naming, gathered.parties()));
        List<String> themes =
                register.themes().list(Filter.ALL).stream().map(Entry::id).toList();
        return pages.show(
                page,
                "country",
                new CountryView(
                        country,
                        agreements.commitments().list(own).stream()
                                .filter(commitment -> commitment.country().equals(id))
                                .toList(),
                        agreements.claims().list(own),
                        agreements.meetings().list(own),
                        agreements.documents().list(own),
                        actions.projects().list(own),
                        actions.initiatives().list(own),
                        register.organisations().list(own),
                        findings.assessments(),
                        Glance.byTheme(glances, themes)));
    }
}
