package org.darya.evidence;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be imported.
 *
 * @param paths files or folders
 * @param office whose numbers these are
 * @param licence under which terms they may be used
 * @param source where the files were taken from
 */
public record ImportRequest(
        Format format,
        List<Path> paths,
        String office,
        @Nullable String licence,
        @Nullable String source) {
    /** How the files are written. */
    public enum Format {
        SDMX,
        OPENSDG,
        CSV
    }

    /** Hears how far an import is. */
    @FunctionalInterface
    public interface Listener {
        /**
         * @param file name of the file that is being read, the {@code nr}th of {@code files}
         * @param rows rows read up to now
         */
        void at(int nr, int files, String file, long rows);
    }
}
