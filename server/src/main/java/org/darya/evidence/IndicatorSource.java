package org.darya.evidence;

import java.util.List;
import java.util.Set;

/**
 * Computes indicators from records of a room above. Evidence knows no such room; the room offers this, and evidence keeps
 * what it gives as it keeps every other value.
 */
public interface IndicatorSource {
    /** What its indicators are said to be computed from. */
    Indicator.Origin origin();

    /** Ids of the methods it has. */
    Set<String> methods();

    /** Version of a method: another number wherever it would compute otherwise. */
    int version(String method);

    /** The lines of an indicator from the records as they are now; the same records give the same lines. */
    List<Line> lines(Indicator indicator);
}
