package org.darya.methods;

/** In which unit an input is read or an output given. */
public sealed interface UnitRule {
    /** Always this unit; inputs are converted to it. */
    record Fixed(Ucum unit) implements UnitRule {
        @Override
        public String toString() {
            return unit.code();
        }
    }

    /** The unit of the first series of another input. */
    record SameAs(String input) implements UnitRule {
        @Override
        public String toString() {
            return "as " + input;
        }
    }

    /** The unit of one input over that of another. */
    record Quotient(String over, String under) implements UnitRule {
        @Override
        public String toString() {
            return over + " / " + under;
        }
    }

    /** A fixed unit over that of an input: kg{CO2e} for each unit of a currency. */
    record Per(Ucum over, String under) implements UnitRule {
        @Override
        public String toString() {
            return over + " / " + under;
        }
    }

    /** The unit of an input per year. */
    record PerYear(String input) implements UnitRule {
        @Override
        public String toString() {
            return input + " / a";
        }
    }

    /** Whatever unit the first series comes in; further series of the input are converted to it. */
    record Any() implements UnitRule {
        @Override
        public String toString() {
            return "any";
        }
    }

    static UnitRule fixed(String code) {
        return new Fixed(new Ucum(code));
    }

    static UnitRule same(String input) {
        return new SameAs(input);
    }

    static UnitRule any() {
        return new Any();
    }
}
