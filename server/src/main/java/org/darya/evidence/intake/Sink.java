package org.darya.evidence.intake;

import java.io.IOException;
import org.darya.evidence.RejectedRow;

/** Takes the rows of a file one by one, so that no file need be held in memory. */
interface Sink {
    void stored(Observation row) throws IOException;

    void rejected(RejectedRow row) throws IOException;
}
