package org.darya.basin.run;

import java.util.List;
import java.util.Set;
import org.darya.basin.read.Element;
import org.darya.basin.read.Nearest;

/** The fields that a model may have although nothing reads them; any other that was not read is refused. */
final class KnownFields {

    /** Fields of nodes, parameters, recorders and tables that mean nothing to a run. */
    private static final Set<String> NOTES = Set.of(
            // remarks and drawing
            "name",
            "type",
            "comment",
            "tags",
            "position",
            "color",
            "visible",
            "domain",
            "metadata",
            // slots of a storage share its one balance
            "inputs",
            "outputs",
            "num_inputs",
            "num_outputs",
            // bounds for a search
            "is_variable",
            "lower_bounds",
            "upper_bounds",
            "variable_indices",
            "variable_days_of_year_range",
            "mean_lower_bounds",
            "mean_upper_bounds",
            "amplitude_lower_bounds",
            "amplitude_upper_bounds",
            "phase_lower_bounds",
            "phase_upper_bounds",
            "use_max_flow",
            "is_objective",
            "epsilon",
            "constraint_lower_bounds",
            "constraint_upper_bounds",
            // how pandas and scipy read, where the outcome is the same
            "parse_dates",
            "engine",
            "encoding",
            "low_memory",
            "dtype",
            "date_format",
            "infer_datetime_format",
            "cache_dates",
            "squeeze",
            "memory_map",
            "assume_sorted",
            "copy",
            // how result files are written
            "csvfmt",
            "csv_kwargs",
            "scenario_index",
            "h5file",
            "filter_kwds",
            "mode",
            "title",
            "create_directories",
            "complib",
            "complevel",
            "routes_flows",
            "hash_precision",
            "forced_hash");

    private static final Set<String> SECTIONS = Set.of(
            "metadata",
            "timestepper",
            "solver",
            "scenarios",
            "scenario_combinations",
            "tables",
            "includes",
            "nodes",
            "edges",
            "parameters",
            "recorders",
            "models",
            "observed",
            "curves",
            "rules",
            "objectives",
            "allocation");

    private KnownFields() {}

    /** Refuses what nobody read: a mistyped field must not be ignored. */
    static void refuseUnread(Element document) {
        document.get("nodes").items().forEach(given -> given.refuseUnread(NOTES));
        for (String section : List.of("parameters", "recorders", "tables")) {
            document.get(section).fields().values().forEach(given -> given.refuseUnread(NOTES));
        }
        for (String field : document.keys()) {
            String near = SECTIONS.contains(field) ? null : Nearest.of(field, SECTIONS);
            if (near != null) {
                throw document.fail("the section \"" + field + "\" is not known", "\"" + near + "\" is meant.");
            }
        }
    }
}
