package org.darya.platform;

/** Something the operator can mend: what was wrong, and a second line that begins with "Maybe". */
public class DaryaException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String maybe;

    /**
     * @param problem what was wrong, with the values
     * @param maybe advice; begins with "Maybe"
     */
    public DaryaException(String problem, String maybe) {
        super(problem);
        this.maybe = maybe;
    }

    public String maybe() {
        return maybe;
    }
}
