package org.darya.portal.register;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.darya.register.Country;
import org.darya.register.Kind;

/** The countries by role, with how many records of each kind speak of them. */
public record CountriesView(List<Country> countries, Map<String, Map<Kind, Integer>> counts) {
    public Map<Country.Role, List<Country>> byRole() {
        return countries.stream().collect(Collectors.groupingBy(Country::role, TreeMap::new, Collectors.toList()));
    }

    public int count(Country country, Kind kind) {
        return counts.getOrDefault(country.id(), Map.of()).getOrDefault(kind, 0);
    }
}
