package org.darya.portal.edit;

import org.darya.access.Caller;
import org.darya.access.Callers;
import org.darya.access.Role;
import org.darya.portal.page.PageProblem;
import org.darya.portal.page.Pages;
import org.darya.portal.page.Redirect;
import org.darya.portal.page.Visit;
import org.darya.programme.Approvals;
import org.darya.programme.EditOutcome;
import org.darya.programme.Proposal;
import org.darya.programme.Proposals;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Proposed changes and what is decided on them. */
@Controller
@RequestMapping("/{language:ru|kk|en}/changes")
class ChangesController {
    private final Pages pages;
    private final Proposals proposals;
    private final Approvals approvals;

    ChangesController(Pages pages, Proposals proposals, Approvals approvals) {
        this.pages = pages;
        this.proposals = proposals;
        this.approvals = approvals;
    }

    @GetMapping
    View changes(Visit visit) {
        return pages.show(
                visit,
                "changes",
                proposals.all().stream().filter(ChangesController::shown).toList());
    }

    @GetMapping("/{id:\\d+}")
    View change(Visit visit, @PathVariable long id) {
        return show(visit, id, null, 200);
    }

    @PostMapping("/{id:\\d+}/approve")
    View approve(Visit visit, @PathVariable long id, @RequestParam(defaultValue = "") String why) {
        need(id);
        EditOutcome outcome = approvals.approve(id, brief(why));
        return switch (outcome) {
            case EditOutcome.Saved saved -> back(visit, id);
            case EditOutcome.Waiting waiting -> back(visit, id);
            case EditOutcome.Conflict conflict -> show(visit, id, outcome, 409);
            case EditOutcome.Refused refused -> show(visit, id, outcome, 403);
            default -> show(visit, id, outcome, 400);
        };
    }

    @PostMapping("/{id:\\d+}/reject")
    View reject(Visit visit, @PathVariable long id, @RequestParam(defaultValue = "") String why) {
        need(id);
        return approvals.reject(id, brief(why)) ? back(visit, id) : show(visit, id, new EditOutcome.Refused(), 403);
    }

    @PostMapping("/{id:\\d+}/withdraw")
    View withdraw(Visit visit, @PathVariable long id) {
        need(id);
        return approvals.withdraw(id) ? back(visit, id) : show(visit, id, new EditOutcome.Refused(), 403);
    }

    private View show(Visit visit, long id, @Nullable EditOutcome outcome, int status) {
        Proposal proposal = need(id);
        return pages.show(
                visit,
                "change",
                new ChangeView(
                        proposal,
                        Differences.between(proposal.before(), proposal.after()),
                        approvals.mayDecide(proposal),
                        approvals.mayWithdraw(proposal),
                        outcome),
                status);
    }

    private static View back(Visit visit, long id) {
        return Redirect.to("/" + visit.language().tag() + "/changes/" + id);
    }

    private Proposal need(long id) {
        Proposal proposal = proposals.find(id);
        if (proposal == null || !shown(proposal)) {
            throw PageProblem.nothing();
        }
        return proposal;
    }

    /** A partner follows what it proposed itself. */
    private static boolean shown(Proposal proposal) {
        Caller caller = Callers.current();
        Long account = caller.account();
        return !caller.is(Role.PARTNER) || account != null && account == proposal.account();
    }

    private static String brief(String why) {
        String text = why.replaceAll("\\p{Cntrl}", " ").strip(); // the trail keeps no zero bytes
        return text.substring(0, Math.min(text.length(), 1000));
    }
}
