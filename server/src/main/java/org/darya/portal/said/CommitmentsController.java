package org.darya.portal.said;

import java.util.List;
import java.util.Objects;
import org.darya.agreement.Agreements;
import org.darya.agreement.Commitment;
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

    CommitmentsController(Pages pages, Agreements agreements) {
        this.pages = pages;
        this.agreements = agreements;
    }

    @GetMapping
    PageView commitments(Visit visit) {
        return pages.show(
                visit,
                "commitments",
                CommitmentsView.of(agreements.commitments().list(Filter.ALL)));
    }

    @GetMapping("/{id}")
    PageView commitment(Visit visit, @PathVariable String id) {
        Pages.RecordView<Commitment> found = pages.needNamed(agreements.commitments(), id);
        return pages.show(
                visit, "commitment", new CommitmentView(found.record(), group(found.record()), found.naming()));
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
