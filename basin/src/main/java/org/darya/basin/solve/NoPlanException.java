package org.darya.basin.solve;

import java.util.List;

/** There is no plan: the bounds contradict each other, or nothing bounds a flow that pays. */
public final class NoPlanException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> involved;

    NoPlanException(String message, List<String> involved) {
        super(message);
        this.involved = involved;
    }

    /** Names of the nodes that are involved. */
    public List<String> involved() {
        return involved == null ? List.of() : involved;
    }
}
