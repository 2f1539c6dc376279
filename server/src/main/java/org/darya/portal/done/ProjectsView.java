package org.darya.portal.done;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.darya.action.MoneyKind;
import org.darya.action.Project;
import org.darya.action.Totals;
import org.darya.register.Catalogue.Line;
import org.darya.register.Level;
import org.jspecify.annotations.Nullable;

/** The projects that were asked for, their totals, and what can be chosen. */
public record ProjectsView(
        List<Project> projects, Totals totals, List<Line> themes, List<Line> countries, Chosen chosen) {
    /** What was chosen; null where everything is wanted. */
    public record Chosen(
            @Nullable String theme,
            @Nullable String country,
            Project.@Nullable Group group,
            @Nullable MoneyKind money,
            @Nullable Level level) {
        public boolean any() {
            return Stream.of(theme, country, group, money, level).anyMatch(value -> value != null);
        }
    }

    public Map<Project.Group, List<Project>> byGroup() {
        return projects.stream().collect(Collectors.groupingBy(Project::group, TreeMap::new, Collectors.toList()));
    }

    /** The totals that are shown: of the chosen kind where one is chosen. */
    public List<Totals.Total> shownTotals() {
        return totals.totals().stream()
                .filter(total -> chosen.money() == null || total.kind() == chosen.money())
                .toList();
    }
}
