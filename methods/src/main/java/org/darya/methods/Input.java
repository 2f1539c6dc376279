package org.darya.methods;

/** An input that a method declares. */
public record Input(String name, UnitRule unit, Need need) {
    /** How many series the input takes. */
    public enum Need {
        ONE,
        /** One or more; their tags tell them apart. */
        SEVERAL,
        /** None or more; their tags tell them apart. */
        ANY_NUMBER,
        /** None or one; when given, its gaps are gaps of the result. */
        OPTIONAL,
        /** None or one; used where it has a value. */
        IF_KNOWN;

        boolean required() {
            return this == ONE || this == SEVERAL;
        }

        boolean many() {
            return this == SEVERAL || this == ANY_NUMBER;
        }
    }
}
