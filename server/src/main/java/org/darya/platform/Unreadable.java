package org.darya.platform;

import java.sql.SQLException;
import java.util.Set;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.security.web.firewall.RequestRejectedException;

/** Requests that hold what is no text: whoever sent them is told so, and no fault of ours is looked for. */
public final class Unreadable {
    /** PostgreSQL: character not in repertoire, untranslatable character. */
    private static final Set<String> NO_TEXT = Set.of("22021", "22P05");

    private Unreadable() {}

    /** Whether the request, and not the server, is to blame. */
    public static boolean is(Throwable problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof RequestRejectedException
                    || cause instanceof InvalidParameterException
                    || cause instanceof SQLException sql && NO_TEXT.contains(String.valueOf(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }
}
