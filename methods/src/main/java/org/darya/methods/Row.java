package org.darya.methods;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** All inputs of one period, each known, as numbers in the units of the card. */
public record Row(Period period, Call call, Map<String, List<Part>> parts) {

    /** One series of an input: its tags and its number. */
    public record Part(String series, Map<String, String> tags, double number) {
        public String tag(String name) {
            String value = tags.get(name);
            if (value == null) {
                throw new IllegalArgumentException(
                        "The series (%s) lacks the tag (%s); it has %s.\nMaybe declare it beside the series: %s=..."
                                .formatted(series, name, tags, name));
            }
            return value;
        }
    }

    public double get(String input) {
        return all(input).getFirst().number();
    }

    public boolean has(String input) {
        return !all(input).isEmpty();
    }

    public double get(String input, double otherwise) {
        return has(input) ? get(input) : otherwise;
    }

    public List<Part> all(String input) {
        return Objects.requireNonNull(parts.get(input), input);
    }

    public double sum(String input) {
        return all(input).stream().mapToDouble(Part::number).sum();
    }
}
