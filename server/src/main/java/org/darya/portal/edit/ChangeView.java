package org.darya.portal.edit;

import java.util.List;
import org.darya.programme.EditOutcome;
import org.darya.programme.Proposal;
import org.jspecify.annotations.Nullable;

/**
 * A proposed change.
 *
 * @param outcome what came of a decision, where it could not be carried out; else null
 */
public record ChangeView(
        Proposal proposal,
        List<DifferenceView> differences,
        boolean mayDecide,
        boolean mayWithdraw,
        @Nullable EditOutcome outcome) {}
