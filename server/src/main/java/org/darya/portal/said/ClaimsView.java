package org.darya.portal.said;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.darya.agreement.Claim;
import org.darya.agreement.Finding;

/**
 * Claims in the order of the programme; those about one thing stand together, where the first of them stands.
 *
 * @param findings by id of the claim
 */
public record ClaimsView(int count, List<List<Claim>> groups, Map<String, Finding> findings) {
    /** How many claims have each verdict. */
    public Map<Finding.Verdict, Integer> verdicts() {
        Map<Finding.Verdict, Integer> counts = new EnumMap<>(Finding.Verdict.class);
        findings.values().forEach(finding -> counts.merge(finding.verdict(), 1, Integer::sum));
        return counts;
    }

    static ClaimsView of(List<Claim> claims, Map<String, Finding> findings) {
        Map<String, List<Claim>> groups = new LinkedHashMap<>();
        for (Claim claim : claims) {
            String key = claim.group() == null ? "claim " + claim.id() : claim.group();
            groups.computeIfAbsent(key, group -> new ArrayList<>()).add(claim);
        }
        return new ClaimsView(claims.size(), List.copyOf(groups.values()), findings);
    }
}
