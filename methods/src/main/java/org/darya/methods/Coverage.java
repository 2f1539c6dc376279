package org.darya.methods;

/** How many of the values that should be there are there. */
public record Coverage(int present, int expected) {
    public double share() {
        return expected == 0 ? 0 : (double) present / expected;
    }
}
