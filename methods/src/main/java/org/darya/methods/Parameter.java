package org.darya.methods;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A setting of a method: its default and where the default comes from. Settings are written as text in a programme. */
public sealed interface Parameter<T> {
    String name();

    /** Absent when the caller must give a value. */
    @Nullable
    T standard();

    String source();

    T parse(String text);

    /** A number with a unit. */
    record Real(String name, @Nullable Double standard, Ucum unit, Range range, String source)
            implements Parameter<Double> {
        @Override
        public Double parse(String text) {
            double number = Double.parseDouble(text.strip());
            if (!Double.isFinite(number) || !range.contains(number)) {
                throw new IllegalArgumentException("%s is outside %s".formatted(text, range));
            }
            return number;
        }
    }

    /** One of a closed set of words. */
    record Choice(String name, @Nullable String standard, List<String> options, String source)
            implements Parameter<String> {
        @Override
        public String parse(String text) {
            if (!options.contains(text.strip())) {
                throw new IllegalArgumentException("%s is none of %s".formatted(text, options));
            }
            return text.strip();
        }
    }

    /** Numbers by name, written {@code a=1; b=2}; what is written replaces the default of that name and no other. */
    record Table(String name, Map<String, Double> standard, Ucum unit, String source)
            implements Parameter<Map<String, Double>> {
        public Table {
            standard = Map.copyOf(standard);
        }

        @Override
        public Map<String, Double> parse(String text) {
            Map<String, Double> table = new TreeMap<>(standard);
            for (String entry : text.split(";", -1)) {
                if (!entry.isBlank()) {
                    int equals = entry.indexOf('=');
                    if (equals < 0) {
                        throw new IllegalArgumentException("the entry (%s) has no =".formatted(entry.strip()));
                    }
                    table.put(
                            entry.substring(0, equals).strip(),
                            Double.parseDouble(entry.substring(equals + 1).strip()));
                }
            }
            return table;
        }
    }

    /** A span of years, both included, written {@code 1961-1990}. */
    record Years(String name, @Nullable Span standard, String source) implements Parameter<Years.Span> {
        /** First and last year. */
        public record Span(int first, int last) {
            public boolean contains(Period period) {
                return period.year() >= first && period.year() <= last;
            }
        }

        @Override
        public Span parse(String text) {
            String[] ends = text.strip().split("-", -1);
            if (ends.length != 2) {
                throw new IllegalArgumentException("%s is not of the form 1961-1990".formatted(text));
            }
            Span span = new Span(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]));
            if (span.last < span.first) {
                throw new IllegalArgumentException("%s ends before it begins".formatted(text));
            }
            return span;
        }
    }

    static Real real(String name, double standard, String unit, Range range, String source) {
        return new Real(name, standard, new Ucum(unit), range, source);
    }

    /** A number without a default: it depends on the place or the target. */
    static Real required(String name, String unit, Range range, String source) {
        return new Real(name, null, new Ucum(unit), range, source);
    }

    static Choice choice(String name, String standard, List<String> options, String source) {
        return new Choice(name, standard, options, source);
    }
}
