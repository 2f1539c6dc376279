package org.darya.programme;

import org.darya.access.Caller;
import org.darya.access.Callers;
import org.darya.access.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Decisions on proposed changes: by the secretariat, or by the focal point of every country concerned; never by the proposer. */
@Service
public class Approvals {
    private final Proposals proposals;
    private final Editing editing;
    private final TransactionTemplate transaction;

    Approvals(Proposals proposals, Editing editing, TransactionTemplate transaction) {
        this.proposals = proposals;
        this.editing = editing;
        this.transaction = transaction;
    }

    /** Whether the caller may approve or reject it. */
    public boolean mayDecide(Proposal proposal) {
        Caller caller = Callers.current();
        if (proposal.state() != Proposal.State.PENDING || own(proposal)) {
            return false;
        }
        return caller.is(Role.SECRETARIAT) || proposal.countries().stream().anyMatch(caller::speaksFor);
    }

    public boolean mayWithdraw(Proposal proposal) {
        return proposal.state() == Proposal.State.PENDING && own(proposal);
    }

    /** Approves; what all have approved who have to is carried out. */
    public EditOutcome approve(long id, String why) {
        Proposal asked = proposals.find(id);
        if (asked == null) {
            return new EditOutcome.Refused();
        }
        String reason = "#%d, %s: %s".formatted(id, asked.who(), asked.why());
        EditOutcome came = Callers.because(
                reason,
                () -> transaction.execute(status -> {
                    Proposal proposal = proposals.find(id);
                    if (proposal == null || !mayDecide(proposal)) {
                        return new EditOutcome.Refused();
                    }
                    proposals.decide(proposal, true, why);
                    Proposal decided = proposals.find(id);
                    if (decided == null) {
                        return new EditOutcome.Refused();
                    }
                    if (!Callers.current().is(Role.SECRETARIAT)
                            && !decided.waitingFor().isEmpty()) {
                        return new EditOutcome.Waiting();
                    }
                    EditOutcome outcome = editing.carryOut(decided, reason);
                    if (outcome instanceof EditOutcome.Saved) {
                        proposals.close(decided, Proposal.State.APPROVED);
                    } else {
                        status.setRollbackOnly();
                    }
                    return outcome;
                }));
        return came == null ? new EditOutcome.Refused() : came;
    }

    /** Whether it is rejected now. */
    public boolean reject(long id, String why) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            Proposal proposal = proposals.find(id);
            if (proposal == null || !mayDecide(proposal)) {
                return false;
            }
            proposals.decide(proposal, false, why);
            return proposals.close(proposal, Proposal.State.REJECTED);
        }));
    }

    /** Whether it is withdrawn now. */
    public boolean withdraw(long id) {
        Proposal proposal = proposals.find(id);
        return proposal != null && mayWithdraw(proposal) && proposals.close(proposal, Proposal.State.WITHDRAWN);
    }

    private static boolean own(Proposal proposal) {
        Long account = Callers.current().account();
        return account != null && account == proposal.account();
    }
}
