package org.darya.methods;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a caller must know of a method. The words for a page stand in the message bundles under the id: title,
 * description, edges (behaviour at edges) and example (published example), the last two as in the javadoc of the method,
 * which has the same six headings each time.
 */
public record Card(
        String id,
        int version,
        Kind kind,
        List<Source> sources,
        List<Input> inputs,
        List<Parameter<?>> parameters,
        List<Output> outputs) {

    /** Whether the result is arithmetic on data or the answer of a model. */
    public enum Kind {
        /** As good as the weakest value that went in. */
        MEASURE,
        /** Never better than estimated. */
        MODEL
    }

    /** The message bundle with titles, descriptions, names and reasons in every language. */
    public static final String BUNDLE = "org.darya.methods.methods";

    public Card {
        sources = List.copyOf(sources);
        inputs = List.copyOf(inputs);
        parameters = List.copyOf(parameters);
        outputs = List.copyOf(outputs);
    }

    public static Builder measure(String id, int version) {
        return new Builder(id, version, Kind.MEASURE);
    }

    public static Builder model(String id, int version) {
        return new Builder(id, version, Kind.MODEL);
    }

    /** Writes a card from top to bottom. */
    public static final class Builder {
        private final String id;
        private final int version;
        private final Kind kind;
        private final List<Source> sources = new ArrayList<>();
        private final List<Input> inputs = new ArrayList<>();
        private final List<Parameter<?>> parameters = new ArrayList<>();
        private final List<Output> outputs = new ArrayList<>();

        private Builder(String id, int version, Kind kind) {
            this.id = id;
            this.version = version;
            this.kind = kind;
        }

        public Builder source(String title, String place, String address) {
            sources.add(new Source(title, place, address));
            return this;
        }

        public Builder input(String name, String unit) {
            return input(name, UnitRule.fixed(unit));
        }

        public Builder input(String name, UnitRule unit) {
            inputs.add(new Input(name, unit, Input.Need.ONE));
            return this;
        }

        public Builder several(String name, UnitRule unit) {
            inputs.add(new Input(name, unit, Input.Need.SEVERAL));
            return this;
        }

        public Builder anyNumber(String name, UnitRule unit) {
            inputs.add(new Input(name, unit, Input.Need.ANY_NUMBER));
            return this;
        }

        public Builder ifKnown(String name, String unit) {
            inputs.add(new Input(name, UnitRule.fixed(unit), Input.Need.IF_KNOWN));
            return this;
        }

        public Builder optional(String name, String unit) {
            inputs.add(new Input(name, UnitRule.fixed(unit), Input.Need.OPTIONAL));
            return this;
        }

        public Builder parameter(Parameter<?> parameter) {
            parameters.add(parameter);
            return this;
        }

        public Builder output(String name, String unit, Direction direction, Range range) {
            return output(name, UnitRule.fixed(unit), direction, range);
        }

        public Builder output(String name, UnitRule unit, Direction direction, Range range) {
            outputs.add(new Output(name, unit, direction, range, null));
            return this;
        }

        public Builder score(String name, String unit, Direction direction, Range range, @Nullable Double perfect) {
            outputs.add(new Output(name, UnitRule.fixed(unit), direction, range, perfect));
            return this;
        }

        public Builder score(String name, UnitRule unit, Direction direction, Range range, @Nullable Double perfect) {
            outputs.add(new Output(name, unit, direction, range, perfect));
            return this;
        }

        public Card build() {
            return new Card(id, version, kind, sources, inputs, parameters, outputs);
        }
    }
}
