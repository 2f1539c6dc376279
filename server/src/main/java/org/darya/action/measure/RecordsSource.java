package org.darya.action.measure;

import java.util.List;
import java.util.Set;
import org.darya.action.Actions;
import org.darya.action.Initiative;
import org.darya.action.Project;
import org.darya.evidence.Indicator;
import org.darya.evidence.IndicatorSource;
import org.darya.evidence.Line;
import org.darya.register.Filter;
import org.springframework.stereotype.Component;

/**
 * Counts records by how far they have come, and sums money by its kind. The methods are {@code delivery-state} and
 * {@code money-by-kind}; docs/guide/programme-folder.md says how they are declared.
 */
@Component
class RecordsSource implements IndicatorSource {
    private final Actions actions;

    RecordsSource(Actions actions) {
        this.actions = actions;
    }

    @Override
    public Indicator.Origin origin() {
        return Indicator.Origin.ACTION;
    }

    @Override
    public Set<String> methods() {
        return Set.of("delivery-state", "money-by-kind");
    }

    @Override
    public int version(String method) {
        return 1;
    }

    @Override
    public List<Line> lines(Indicator indicator) {
        List<Project> projects = actions.projects().list(Filter.ALL);
        List<Initiative> initiatives = actions.initiatives().list(Filter.ALL);
        var today = AsOf.of(projects, initiatives);
        if (indicator.method().equals("money-by-kind")) {
            return MoneyLines.of(indicator, projects, today);
        }
        return "initiatives".equals(indicator.parameters().get("of"))
                ? StateLines.ofInitiatives(indicator, initiatives, today)
                : StateLines.ofProjects(indicator, projects, today);
    }
}
