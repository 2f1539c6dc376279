package org.darya.basin.design;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.darya.basin.read.Element;

/** Demands that are cut alike: all of one priority that say so, or those that name the same group. */
final class Shares {

    private final Plan plan;
    private final Map<String, Group> groups = new LinkedHashMap<>();

    private record Group(double worth, List<Object> members) {}

    Shares(Plan plan) {
        this.plan = plan;
    }

    /** Takes in what a demand says under {@code equal_share}: true, false, or the name of a group. */
    void add(String demand, double worth, Element given) {
        // a number was once the count of bands that a demand was cut into
        if (!given.isText() && !given.isNumber() && !given.flag(false)) {
            return;
        }
        String name = "equal share " + (given.isText() ? given.text() : new Element("", worth).key());
        Group group = groups.computeIfAbsent(name, key -> new Group(worth, new ArrayList<>()));
        if (group.worth() != worth) {
            throw given.fail(
                    "the members of the group " + given.show() + " have the priorities " + group.worth() + " and "
                            + worth,
                    "give all the same; only users of one priority can be cut alike.");
        }
        group.members().add(demand);
    }

    /** Adds the groups; one member alone has nobody to share with. */
    void finish() {
        groups.forEach((name, group) -> {
            if (group.members().size() > 1) {
                plan.node(name, "EqualShare", "nodes", group.members());
            }
        });
    }
}
