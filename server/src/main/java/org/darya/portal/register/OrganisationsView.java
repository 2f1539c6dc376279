package org.darya.portal.register;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.darya.register.Organisation;

/**
 * The organisations by what sort they are.
 *
 * @param named how many records name each
 */
public record OrganisationsView(List<Organisation> organisations, Map<String, Integer> named) {
    public Map<Organisation.Type, List<Organisation>> byType() {
        return organisations.stream()
                .collect(Collectors.groupingBy(Organisation::type, TreeMap::new, Collectors.toList()));
    }

    public int named(Organisation organisation) {
        return named.getOrDefault(organisation.id(), 0);
    }
}
