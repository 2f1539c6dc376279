package org.darya.evidence.intake;

import org.jspecify.annotations.Nullable;

/** A row that cannot be stored; the rest of its file can. */
final class Unacceptable extends Exception {
    private static final long serialVersionUID = 1L;

    final @Nullable String field;
    final String maybe;

    /**
     * @param field name of the field that is to blame
     * @param maybe advice; begins with "Maybe"
     */
    Unacceptable(@Nullable String field, String reason, String maybe) {
        super(reason, null, false, false); // no stack: a file may have very many
        this.field = field;
        this.maybe = maybe;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
