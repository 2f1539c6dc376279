package org.darya.evidence.sensorthings.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.darya.evidence.sensorthings.model.EntityType;
import org.darya.evidence.sensorthings.model.Navigation;
import org.darya.evidence.sensorthings.model.Property;
import org.darya.evidence.sensorthings.query.Options;
import org.darya.evidence.sensorthings.query.Options.Expand;
import org.darya.evidence.sensorthings.read.Entity;
import org.darya.evidence.sensorthings.read.Entity.Related;
import org.darya.evidence.sensorthings.time.Interval;
import org.jspecify.annotations.Nullable;

/** Writes entities as 18-088 section 8 shows them. */
public final class EntityWriter {
    private static final Map<EntityType, Names> NAMES = new EnumMap<>(EntityType.class);
    private static final byte[] ID = ascii("\"@iot.id\":");
    private static final byte[] SELF = ascii("\"@iot.selfLink\":\"");

    private final Bytes out;
    private final byte[] base;
    private final String root;

    /** What is the same in every entity of a type. */
    private record Names(byte[][] properties, byte[][] navigations, byte[][] tails, byte[] set) {}

    static {
        for (EntityType type : EntityType.values()) {
            NAMES.put(
                    type,
                    new Names(
                            type.properties().stream()
                                    .map(p -> ascii("\"" + p.name() + "\":"))
                                    .toArray(byte[][]::new),
                            type.navigations().stream()
                                    .map(n -> ascii("\"" + n.name() + "@iot.navigationLink\":\""))
                                    .toArray(byte[][]::new),
                            type.navigations().stream()
                                    .map(n -> ascii(")/" + n.name() + "\""))
                                    .toArray(byte[][]::new),
                            ascii("/" + type.set() + "(")));
        }
    }

    /** @param root address of the service, without a slash at its end */
    EntityWriter(Bytes out, String root) {
        this.out = out;
        this.root = root;
        this.base = ascii(root);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** An entity as bytes of JSON. */
    static byte[] json(Entity entity, Options options, String root) {
        var out = new Bytes();
        new EntityWriter(out, root).write(entity, options);
        return out.copy();
    }

    void write(Entity entity, Options options) {
        EntityType type = entity.type();
        Names names = names(type);
        boolean all = options.select().isEmpty();
        out.put('{');
        int start = out.size();
        if (all || options.select().contains("id") || options.select().contains("@iot.id")) {
            out.put(ID).number(entity.id()).put(',');
        }
        if (all || options.select().contains("@iot.selfLink")) {
            out.put(SELF)
                    .put(base)
                    .put(names.set)
                    .number(entity.id())
                    .put(')')
                    .put('"')
                    .put(',');
        }
        for (int i = 0; i < type.properties().size(); i++) {
            Property property = type.properties().get(i);
            Object value = entity.value(i);
            if ((all || options.select().contains(property.name())) && (value != null || shownEmpty(type, property))) {
                out.put(names.properties[i]);
                value(value);
                out.put(',');
            }
        }
        for (int i = 0; i < type.navigations().size(); i++) {
            Navigation by = type.navigations().get(i);
            Related related = entity.related(by.name());
            if (related != null) {
                related(entity, by, related, expand(options, by.name()));
            } else if ((all && linked(type, by, entity))
                    || (!all && options.select().contains(by.name()))) {
                out.put(names.navigations[i])
                        .put(base)
                        .put(names.set)
                        .number(entity.id())
                        .put(names.tails[i])
                        .put(',');
            }
        }
        if (out.size() > start) {
            out.cut(out.size() - 1);
        }
        out.put('}');
    }

    private static Names names(EntityType type) {
        Names names = NAMES.get(type);
        if (names == null) {
            throw new IllegalStateException(type.set());
        }
        return names;
    }

    /** Links beyond the Sensing profile are there where they lead to something. */
    private static boolean linked(EntityType type, Navigation by, Entity entity) {
        return switch (by.target()) {
            case PARTY, LICENSE -> false;
            case MULTI_DATASTREAM -> type != EntityType.OBSERVATION || several(entity);
            case DATASTREAM -> type != EntityType.OBSERVATION || !several(entity);
            default -> true;
        };
    }

    private static boolean several(Entity observation) {
        return observation.value(1) instanceof Entity.Json(String text) && text.startsWith("[");
    }

    /** An observation says that it has no result time, and why it has no result. */
    private static boolean shownEmpty(EntityType type, Property property) {
        return type == EntityType.OBSERVATION
                && (property.kind() == Property.Kind.RESULT || property.kind() == Property.Kind.INSTANT);
    }

    private void value(@Nullable Object value) {
        switch (value) {
            case null -> out.raw("null");
            case Entity.Json(String text) -> out.raw(text);
            case Interval time -> out.time(time);
            case Long micros -> out.put('"').instant(micros).put('"');
            case Double number -> out.number(number);
            default -> out.string(value.toString());
        }
    }

    private static Options expand(Options options, String name) {
        for (Expand expand : options.expand()) {
            if (expand.name().equals(name)) {
                return expand.options();
            }
        }
        return Options.NONE;
    }

    private void related(Entity entity, Navigation by, Related related, Options options) {
        switch (related) {
            case Related.One(Entity one) -> {
                if (one != null) {
                    out.put('"').raw(by.name()).raw("\":");
                    write(one, options);
                    out.put(',');
                }
            }
            case Related.Many(List<Entity> many, Long count, boolean next) -> {
                if (count != null) {
                    out.put('"')
                            .raw(by.name())
                            .raw("@iot.count\":")
                            .number(count)
                            .put(',');
                }
                out.put('"').raw(by.name()).raw("\":[");
                for (int i = 0; i < many.size(); i++) {
                    if (i > 0) {
                        out.put(',');
                    }
                    write(many.get(i), options);
                }
                out.put(']').put(',');
                if (next) {
                    out.put('"')
                            .raw(by.name())
                            .raw("@iot.nextLink\":")
                            .string(nested(entity, by))
                            .put(',');
                }
            }
        }
    }

    private final java.util.Map<String, Expand> written = new java.util.HashMap<>();

    /** Lets nested nextLinks carry the options they were asked with. */
    void remember(EntityType type, Options options) {
        for (Expand expand : options.expand()) {
            Navigation by = type.navigation(expand.name());
            if (by != null) {
                written.put(type.name() + "/" + expand.name(), expand);
                remember(by.target(), expand.options());
            }
        }
    }

    private String nested(Entity entity, Navigation by) {
        Expand expand = written.get(entity.type().name() + "/" + by.name());
        var query = new ArrayList<String>();
        long skip = 0;
        int page = Options.USUAL_TOP;
        if (expand != null) {
            skip = expand.options().skip();
            page = expand.options().page();
            for (String part : expand.text()) {
                if (!part.strip().startsWith("$skip=") && part.contains("=")) {
                    int equals = part.indexOf('=');
                    query.add(part.substring(0, equals).strip() + "="
                            + URLEncoder.encode(part.substring(equals + 1), StandardCharsets.UTF_8));
                }
            }
        }
        query.add("$skip=" + (skip + page));
        return root + "/" + entity.type().set() + "(" + entity.id() + ")/" + by.name() + "?" + String.join("&", query);
    }
}
