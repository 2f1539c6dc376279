package org.darya.evidence.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** One way to write series into files. An instance serves one import: it remembers the words that companions give. */
interface FileFormat {
    /** The files of a folder, or the one that was named; companions among them. */
    List<SourceFile> files(Path given) throws IOException;

    /** Reads a file to its end and hands every row on, stored or rejected. */
    void read(SourceFile file, Sink sink) throws IOException, Unreadable;
}
