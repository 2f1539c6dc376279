package org.darya.programme;

import java.util.List;
import java.util.Map;
import org.darya.platform.Visibility;

/** What reading a programme folder gives: its content, or all the problems that stand against it. */
public sealed interface Reading {
    /**
     * The folder is in order.
     *
     * @param files who may see each file that holds records
     */
    record Sound(ProgrammeContent content, Map<String, Visibility> files) implements Reading {
        Visibility seenBy(String file) {
            return files.getOrDefault(file, Visibility.PUBLIC);
        }
    }

    /** The folder cannot be used; every problem of every file is listed. */
    record Faulty(List<Problem> problems) implements Reading {}
}
