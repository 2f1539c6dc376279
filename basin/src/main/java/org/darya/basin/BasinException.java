package org.darya.basin;

/**
 * Something in a model that cannot be read or solved, told in three parts: where, what, and what may help.
 *
 * <p>The message has the form {@code where: what}, then a line that begins "Maybe".
 */
public final class BasinException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String where;
    private final String maybe;
    private final String text;

    /**
     * Tells a problem.
     *
     * @param where path of the element, for example {@code nodes[3] "demand1".max_flow}
     * @param what the problem, with the values concerned
     * @param maybe advice, without the leading word "Maybe"
     */
    public BasinException(String where, String what, String maybe) {
        super(what);
        this.where = where;
        this.maybe = maybe;
        this.text = where + ": " + what + System.lineSeparator() + "Maybe " + maybe;
    }

    @Override
    public String getMessage() {
        return text;
    }

    /** The same problem, with the time or occasion added to its place. */
    public BasinException in(String occasion) {
        return new BasinException(where + " in " + occasion, String.valueOf(super.getMessage()), maybe);
    }

    /** Path of the element that the problem concerns. */
    public String where() {
        return where;
    }
}
