package org.darya.programme;

import java.util.Comparator;

/**
 * One thing that is wrong in a programme folder.
 *
 * @param file path inside the folder
 * @param line from 1
 * @param column from 1
 * @param message what is wrong, with the value
 * @param maybe advice; begins with "Maybe"
 */
public record Problem(String file, int line, int column, String message, String maybe) {
    public static final Comparator<Problem> IN_ORDER =
            Comparator.comparing(Problem::file).thenComparing(Problem::line).thenComparing(Problem::column);

    @Override
    public String toString() {
        return "%s:%d:%d: %s%n    %s".formatted(file, line, column, message, maybe);
    }
}
