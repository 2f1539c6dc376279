package org.darya.evidence.sensorthings.store;

import java.sql.SQLException;
import org.darya.evidence.sensorthings.StaProblem;

/** What the database refuses because of what a client sent, in words; anything else stays as it is. */
public final class Faults {
    private Faults() {}

    /** Whether a statement has a shape that Citus does not take, which it does where observations are spread: docs/scale.md. */
    public static boolean refusedByCluster(Exception e) {
        return e instanceof SQLException sql && "0A000".equals(sql.getSQLState());
    }

    /** @return a {@link StaProblem} where the request is at fault */
    public static RuntimeException told(Exception e) {
        if (e instanceof SQLException sql) {
            String state = sql.getSQLState() == null ? "" : sql.getSQLState();
            String said = String.valueOf(sql.getMessage())
                    .lines()
                    .findFirst()
                    .orElse("")
                    .replaceFirst("^ERROR: ", "");
            if (state.startsWith("22")) {
                return StaProblem.bad(
                        "A value cannot be worked with: %s.".formatted(StaProblem.shown(said)),
                        "Maybe a number is too large, or a text is no number or time.");
            }
            if (state.startsWith("23")) {
                return new StaProblem(
                        state.equals("23503") ? 400 : 409,
                        "The data does not fit what is kept: %s.".formatted(StaProblem.shown(said)),
                        "Maybe an entity that is named does not exist, or is still in use.");
            }
            if (state.startsWith("54") || state.equals("42P18")) {
                return StaProblem.bad("The expression is too complex.", "Maybe ask in several requests.");
            }
            if (refusedByCluster(e)) {
                return new StaProblem(
                        501,
                        "The cluster does not answer this: %s.".formatted(StaProblem.shown(said)),
                        "Maybe try again: the server looks anew whether observations are spread (docs/scale.md).");
            }
            if (state.equals("57014")) {
                return new StaProblem(413, "The request took too long and was stopped.", "Maybe narrow it by time.");
            }
        }
        return e instanceof RuntimeException known ? known : new IllegalStateException(e);
    }
}
