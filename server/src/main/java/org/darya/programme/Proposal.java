package org.darya.programme;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.darya.register.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A change that waits for approval, or waited.
 *
 * @param adding whether the record is to be made
 * @param account of whoever proposed it
 * @param who their name
 * @param before inputs that differ, as they were; by the name of the input
 * @param after the same as they are to be
 * @param countries parties concerned, by code
 */
public record Proposal(
        long id,
        Kind kind,
        String record,
        boolean adding,
        long account,
        String who,
        String role,
        @Nullable String country,
        Instant at,
        String why,
        Map<String, String> before,
        Map<String, String> after,
        List<String> countries,
        State state,
        List<Decision> decisions) {
    /** How far it has come. */
    public enum State {
        PENDING,
        APPROVED,
        REJECTED,
        WITHDRAWN
    }

    /** What somebody decided on it. */
    public record Decision(
            String who, String role, @Nullable String country, Instant at, boolean approved, String why) {}

    /** Parties whose focal point still has to approve; the proposer's own agreed by proposing where others are concerned. */
    public List<String> waitingFor() {
        List<String> others =
                countries.stream().filter(code -> !code.equals(country)).toList();
        return (others.isEmpty() ? countries : others)
                .stream()
                        .filter(code -> decisions.stream()
                                .noneMatch(decision -> decision.approved() && code.equals(decision.country())))
                        .toList();
    }
}
