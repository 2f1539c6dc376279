package org.darya.evidence.indicator;

import java.util.List;

/** An indicator that cannot be computed; everything that stands against it. */
final class Faulty extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    Faulty(List<Fault> faults) {
        super(faults.toString(), null, false, false);
        this.faults = List.copyOf(faults);
    }

    Faulty(String message, String maybe) {
        this(List.of(new Fault(message, maybe)));
    }

    List<Fault> faults() {
        return faults;
    }

    /** @param maybe advice; begins with "Maybe" */
    record Fault(String message, String maybe) {
        /** From a message of a method, whose last line is the advice. */
        static Fault of(IllegalArgumentException e) {
            String[] said = String.valueOf(e.getMessage()).split("\n", 2);
            return new Fault(
                    said[0], said.length > 1 ? said[1] : "Maybe compare the indicator with the card of its method.");
        }
    }
}
