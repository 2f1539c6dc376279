package org.darya.evidence;

import java.util.List;
import java.util.Map;
import org.darya.evidence.indicator.Rehearsing;

/**
 * What computing the indicators of a programme would give, found out from its files without a database.
 *
 * @param shapes by id of the indicator; those with faults are left out
 */
public record Rehearsal(Map<String, Shape> shapes, List<Fault> faults) {
    /**
     * @param datasets tables by id of the dataset
     * @param countries alpha-3 codes in the order of the programme
     */
    public static Rehearsal of(
            List<Indicator> indicators,
            Map<String, DatasetTable> datasets,
            List<Member> members,
            List<String> countries) {
        return Rehearsing.of(indicators, datasets, members, countries);
    }

    /** Which lines an indicator has, in which unit and as which version. */
    public record Shape(String version, String unit, List<Map<String, String>> keys) {}

    /**
     * What stands against computing an indicator.
     *
     * @param maybe advice; begins with "Maybe"
     */
    public record Fault(String indicator, String message, String maybe) {}
}
