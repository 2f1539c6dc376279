package org.darya.evidence;

import org.jspecify.annotations.Nullable;

/**
 * A row of a file that was not stored.
 *
 * @param line from 1; 0 where the file as a whole is meant
 * @param column from 1, where one cell is to blame
 * @param reason what is wrong, with the value
 * @param maybe advice; begins with "Maybe"
 */
public record RejectedRow(String file, long line, @Nullable Integer column, String reason, String maybe) {
    @Override
    public String toString() {
        String place = line == 0 ? file : column == null ? file + ":" + line : file + ":" + line + ":" + column;
        return "%s: %s%n    %s".formatted(place, reason, maybe);
    }
}
