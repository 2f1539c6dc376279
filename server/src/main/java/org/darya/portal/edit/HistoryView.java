package org.darya.portal.edit;

import java.util.List;
import org.darya.access.Trail.Row;
import org.darya.register.Catalogue.Line;

/** What became of a record, the latest first. */
public record HistoryView(Line record, List<Step> steps) {
    /** One change. */
    public record Step(Row row, List<DifferenceView> differences) {}
}
