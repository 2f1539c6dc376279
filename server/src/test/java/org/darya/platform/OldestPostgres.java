package org.darya.platform;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The oldest PostgreSQL that an operator may bring, started from the jar that the build copied. */
public final class OldestPostgres {
    private OldestPostgres() {}

    /** A server of one's own; to be closed by the caller. */
    public static EmbeddedPostgres start(Path folder) throws IOException {
        try (var jar = new ZipFile("target/postgresql-oldest.jar")) {
            ZipEntry archive = jar.getEntry(PostgresBinaries.archiveName());
            try (InputStream in = jar.getInputStream(archive)) {
                return EmbeddedPostgres.startUnpacked(
                        folder,
                        PostgresBinaries.unpack(TestDatabase.programs(), in.readAllBytes()),
                        List.of("--locale=C.UTF-8"));
            }
        }
    }
}
