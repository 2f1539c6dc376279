package org.darya.evidence.intake;

import java.nio.file.Path;

/**
 * A file of an import.
 *
 * @param name path as reports show it: from the folder that was given
 * @param companion gives words to the data of other files and has none of its own
 */
record SourceFile(Path path, String name, boolean companion) {
    /** File name without what follows its last dot. */
    String stem() {
        String file = String.valueOf(path.getFileName());
        int dot = file.lastIndexOf('.');
        return dot < 0 ? file : file.substring(0, dot);
    }
}
