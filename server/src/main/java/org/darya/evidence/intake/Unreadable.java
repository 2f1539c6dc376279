package org.darya.evidence.intake;

/** A file that cannot be read to its end; nothing of it is stored. */
final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    final long line;
    final String maybe;

    /**
     * @param line where reading ended; 0 where the file as a whole is meant
     * @param maybe advice; begins with "Maybe"
     */
    Unreadable(long line, String reason, String maybe) {
        super(reason);
        this.line = line;
        this.maybe = maybe;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
