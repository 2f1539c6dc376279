package org.darya.portal.said;

import java.util.List;
import java.util.Objects;
import org.darya.agreement.Agreements;
import org.darya.agreement.Assessment;
import org.darya.agreement.Commitment;
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

/** Commitments by country, and each. Those with unlike base years are never put on one axis. */
@Controller
@RequestMapping("/{language:ru|kk|en}/commitments")
class CommitmentsController {
    private final Pages pages;
    private final Agreements agreements;
    private final Findings findings;
    private final IndicatorPages gathered;

    CommitmentsController(Pages pages, Agreements agreements, Findings findings, IndicatorPages gathered) {
        this.pages = pages;
        this.agreements = agreements;
        this.findings = findings;
        this.gathered = gathered;
    }

    @GetMapping
    PageView commitments(Visit visit) {
        return pages.show(
                visit,
                "commitments",
                CommitmentsView.of(agreements.commitments().list(Filter.ALL), findings.assessments()));
    }

    @GetMapping("/{id}")
    PageView commitment(Visit visit, @PathVariable String id) {
        Pages.RecordView<Commitment> found = pages.needNamed(agreements.commitments(), id);
        Page page = pages.begin(visit);
        Assessment assessment = findings.ofCommitment(id);
        return pages.show(
                page,
                "commitment",
                new CommitmentView(
                        found.record(),
                        group(found.record()),
                        found.naming(),
                        assessment,
                        findings.formerOfCommitment(id),
                        assessment == null ? null : gathered.behind(page, assessment)));
    }

    /** The commitment and those it disagrees with; empty where there are none. */
    private List<Commitment> group(Commitment commitment) {
        if (commitment.group() == null) {
            return List.of();
        }
        List<Commitment> group = agreements.commitments().list(Filter.country(commitment.country())).stream()
                .filter(other -> Objects.equals(other.group(), commitment.group()))
                .toList();
        return group.size() < 2 ? List.of() : group;
    }
}
