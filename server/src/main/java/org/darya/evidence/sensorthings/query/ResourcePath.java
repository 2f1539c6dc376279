package org.darya.evidence.sensorthings.query;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.darya.evidence.sensorthings.StaProblem;
import org.darya.evidence.sensorthings.model.EntityType;
import org.darya.evidence.sensorthings.model.Navigation;
import org.jspecify.annotations.Nullable;

/**
 * What an address names: {@code Things(1)/Datastreams(2)/Observations}, a property, its bare value, or references.
 *
 * @param steps from the set on; at least one
 * @param property null where an entity or a set is named
 * @param inside names of members inside a JSON property
 */
public record ResourcePath(
        List<Step> steps, @Nullable String property, List<String> inside, boolean value, boolean ref) {
    private static final Pattern SEGMENT = Pattern.compile("([A-Za-z]+)(?:\\(\\s*(-?\\d{1,18}|'[^']*')\\s*\\))?");
    private static final int LONGEST = 20;

    /**
     * One entity or set.
     *
     * @param by the relation that leads here from the step before; null for the first
     * @param id null for a whole set, or for the one a relation leads to
     */
    public record Step(
            EntityType type,
            @Nullable Navigation by,
            @Nullable Long id) {
        /** Whether it names one entity. */
        public boolean one() {
            Navigation from = by;
            return id != null || (from != null && !from.many());
        }
    }

    public ResourcePath {
        steps = List.copyOf(steps);
        inside = List.copyOf(inside);
    }

    public Step last() {
        return steps.getLast();
    }

    public EntityType type() {
        return last().type();
    }

    /** Reads a path that begins with a set, without a slash before it. */
    public static ResourcePath parse(String path) {
        var steps = new ArrayList<Step>();
        String property = null;
        var inside = new ArrayList<String>();
        boolean value = false;
        boolean ref = false;
        String[] segments = path.split("/", -1);
        if (segments.length > LONGEST) {
            throw StaProblem.bad(
                    "The path has more than %d steps.".formatted(LONGEST), "Maybe begin at the inner entity.");
        }
        for (String segment : segments) {
            if (value || ref) {
                throw StaProblem.notFound("Nothing follows $value or $ref: \"%s\".".formatted(StaProblem.shown(path)));
            } else if (segment.equals("$value") && property != null) {
                value = true;
            } else if (segment.equals("$ref") && property == null && !steps.isEmpty()) {
                ref = true;
            } else if (property != null) {
                inside.add(segment);
            } else if (steps.isEmpty()) {
                steps.add(first(segment));
            } else if (steps.getLast().one() && steps.getLast().type().property(segment) != null) {
                property = segment;
            } else if (steps.getLast().one() && segment.equals("@iot.id")) {
                property = "@iot.id";
            } else {
                steps.add(next(steps.getLast(), segment));
            }
        }
        return new ResourcePath(steps, property, inside, value, ref);
    }

    private static Step first(String segment) {
        Matcher parts = matched(segment);
        EntityType type = EntityType.ofSet(parts.group(1));
        if (type == null) {
            throw StaProblem.notFound("There is no set \"%s\".".formatted(StaProblem.shown(parts.group(1))));
        }
        return new Step(type, null, id(parts.group(2)));
    }

    private static Step next(Step from, String segment) {
        Matcher parts = matched(segment);
        Navigation navigation = from.type().navigation(parts.group(1));
        if (navigation == null || !from.one() || (!navigation.many() && parts.group(2) != null)) {
            throw StaProblem.notFound("\"%s\" does not lead on from %s."
                    .formatted(
                            StaProblem.shown(segment),
                            from.one() ? "a " + from.type().single() : "a set"));
        }
        return new Step(navigation.target(), navigation, id(parts.group(2)));
    }

    private static Matcher matched(String segment) {
        Matcher parts = SEGMENT.matcher(segment);
        if (!parts.matches()) {
            throw StaProblem.notFound("There is nothing at \"%s\".".formatted(StaProblem.shown(segment)));
        }
        return parts;
    }

    /** Ids are whole numbers; a text in their place names nothing. */
    private static @Nullable Long id(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return Long.parseLong(text.replace("'", ""));
        } catch (NumberFormatException e) {
            throw StaProblem.notFound("There is no entity with the id %s.".formatted(StaProblem.shown(text)));
        }
    }
}
