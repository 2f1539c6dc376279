package org.darya.portal.said;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.darya.agreement.Agreements;
import org.darya.agreement.Claim;
import org.darya.agreement.Findings;
import org.darya.portal.measured.IndicatorPages;
import org.darya.portal.page.Page;
import org.darya.portal.page.PageView;
import org.darya.portal.page.Pages;
import org.darya.portal.page.Visit;
import org.darya.register.Filter;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** Claims with their first check, and each beside those that speak of the same thing. */
@Controller
@RequestMapping("/{language:ru|kk|en}/claims")
class ClaimsController {
    private final Pages pages;
    private final Agreements agreements;
    private final Findings findings;
    private final IndicatorPages gathered;

    ClaimsController(Pages pages, Agreements agreements, Findings findings, IndicatorPages gathered) {
        this.pages = pages;
        this.agreements = agreements;
        this.findings = findings;
        this.gathered = gathered;
    }

    @GetMapping
    PageView claims(Visit visit) {
        return pages.show(visit, "claims", ClaimsView.of(agreements.claims().list(Filter.ALL), findings.all()));
    }

    @GetMapping("/{id}")
    PageView claim(Visit visit, @PathVariable String id) {
        Pages.RecordView<Claim> found = pages.needNamed(agreements.claims(), id);
        Page page = pages.begin(visit);
        List<Claim> group = group(found.record());
        return pages.show(
                page,
                "claim",
                new ClaimView(
                        found.record(),
                        group,
                        found.naming(),
                        findings.ofClaim(id),
                        findings.formerOfClaim(id),
                        group.isEmpty() ? Map.of() : findings.all(),
                        gathered.naming(page)));
    }

    private List<Claim> group(Claim claim) {
        if (claim.group() == null) {
            return List.of();
        }
        List<Claim> group = agreements.claims().list(Filter.ALL).stream()
                .filter(other -> Objects.equals(other.group(), claim.group()))
                .toList();
        return group.size() < 2 ? List.of() : group;
    }
}
