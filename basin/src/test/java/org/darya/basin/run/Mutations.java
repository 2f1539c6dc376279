package org.darya.basin.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Spoils a good model in one of the ways that people and programs do: a value, a name, a type or a piece is wrong. */
final class Mutations {

    private static final @Nullable Object[] VALUES = {
        null,
        true,
        "",
        "nowhere",
        0,
        -1,
        30_000_000,
        2_000_000_000,
        1e-300,
        1e12,
        1e300,
        -1e300,
        0.5,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        List.of(),
        List.of(1, 2, 3),
        List.of(List.of(List.of())),
        Map.of(),
        Map.of("type", "constant"),
        Map.of("name", "x"),
        Map.of("type", "monthlyprofile", "values", List.of(Double.NaN))
    };

    /** A place in the tree: the map or list that holds it, and its key or index. */
    private record Place(Object holder, Object key) {
        @Nullable
        Object value() {
            return holder instanceof Map<?, ?> map ? map.get(key) : ((List<?>) holder).get((Integer) key);
        }

        @SuppressWarnings("unchecked")
        void set(@Nullable Object value) {
            if (holder instanceof Map<?, ?> map) {
                ((Map<String, @Nullable Object>) map).put((String) key, value);
            } else {
                ((List<@Nullable Object>) holder).set((Integer) key, value);
            }
        }

        void remove() {
            if (holder instanceof Map<?, ?> map) {
                map.remove(key);
            } else {
                ((List<?>) holder).remove((int) (Integer) key);
            }
        }

        @SuppressWarnings("unchecked")
        void repeat(Random random) {
            if (holder instanceof List<?> list) {
                ((List<@Nullable Object>) list).add(random.nextInt(list.size() + 1), copy(value()));
            } else {
                ((Map<String, @Nullable Object>) holder).put(key + "x", copy(value()));
            }
        }
    }

    private Mutations() {}

    /** A copy of a model with one to three faults. */
    static Map<String, Object> spoil(Map<String, Object> model, Random random) {
        @SuppressWarnings("unchecked")
        Map<String, Object> spoilt = (Map<String, Object>) Objects.requireNonNull(copy(model));
        for (int fault = random.nextInt(3); fault >= 0; fault--) {
            List<Place> places = new ArrayList<>();
            collect(spoilt, places);
            if (places.isEmpty()) {
                return spoilt;
            }
            spoil(places, random);
        }
        return spoilt;
    }

    private static void spoil(List<Place> places, Random random) {
        Place place = places.get(random.nextInt(places.size()));
        switch (random.nextInt(6)) {
            case 0 -> place.remove();
            case 1 -> place.repeat(random);
            case 2 -> place.set(copy(places.get(random.nextInt(places.size())).value()));
            case 3 -> place.set(number(place.value(), random));
            default -> place.set(copy(VALUES[random.nextInt(VALUES.length)]));
        }
    }

    /** Another number of the same kind, or a mistyped text. */
    private static Object number(@Nullable Object value, Random random) {
        if (value instanceof Number number) {
            double x = number.doubleValue();
            return switch (random.nextInt(5)) {
                case 0 -> -x;
                case 1 -> x * 1000;
                case 2 -> x + 0.5;
                case 3 -> x / 1000;
                default -> (int) x + 1;
            };
        }
        return value instanceof String text ? text + (random.nextBoolean() ? "s" : " ") : 7;
    }

    private static void collect(@Nullable Object tree, List<Place> places) {
        if (tree instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                places.add(new Place(map, key));
                collect(value, places);
            });
        } else if (tree instanceof List<?> list) {
            // long tables would draw all faults to themselves
            for (int i = 0; i < Math.min(list.size(), 20); i++) {
                places.add(new Place(list, i));
                collect(list.get(i), places);
            }
        }
    }

    private static @Nullable Object copy(@Nullable Object tree) {
        if (tree instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((key, value) -> copy.put(String.valueOf(key), copy(value)));
            return copy;
        }
        if (tree instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>();
            list.forEach(item -> copy.add(copy(item)));
            return copy;
        }
        return tree;
    }
}
