package org.darya.portal.said;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.darya.agreement.Claim;

/** Claims in the order of the programme; those about one thing stand together, where the first of them stands. */
public record ClaimsView(int count, List<List<Claim>> groups) {
    static ClaimsView of(List<Claim> claims) {
        Map<String, List<Claim>> groups = new LinkedHashMap<>();
        for (Claim claim : claims) {
            String key = claim.group() == null ? "claim " + claim.id() : claim.group();
            groups.computeIfAbsent(key, group -> new ArrayList<>()).add(claim);
        }
        return new ClaimsView(claims.size(), List.copyOf(groups.values()));
    }
}
