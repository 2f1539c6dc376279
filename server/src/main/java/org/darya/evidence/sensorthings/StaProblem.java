package org.darya.evidence.sensorthings;

/** A request that cannot be done: HTTP status, what was wrong with which value, and advice that begins with "Maybe". */
public final class StaProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String maybe;

    public StaProblem(int status, String message, String maybe) {
        super(message, null, false, false);
        this.status = status;
        this.maybe = maybe;
    }

    /** A request that is wrong in itself. */
    public static StaProblem bad(String message, String maybe) {
        return new StaProblem(400, message, maybe);
    }

    public static StaProblem notFound(String message) {
        return new StaProblem(404, message, "Maybe it was deleted, or it is not open to you.");
    }

    /** What was wrong. */
    public String message() {
        return String.valueOf(getMessage());
    }

    public int status() {
        return status;
    }

    public String maybe() {
        return maybe;
    }

    /** The start of a value, as an error shows it. */
    public static String shown(String value) {
        return value.length() <= 120 ? value : value.substring(0, 117) + "...";
    }
}
