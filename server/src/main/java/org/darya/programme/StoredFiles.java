package org.darya.programme;

import java.util.TreeMap;
import org.darya.platform.DaryaException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The bytes a programme came from, as they are kept. */
final class StoredFiles {
    private StoredFiles() {}

    /**
     * @throws DaryaException where no programme is loaded
     */
    static ProgrammeFolder read(JdbcClient jdbc) {
        var files = new TreeMap<String, byte[]>();
        try {
            jdbc.sql("select path, content from programme.file").query(row -> {
                files.put(row.getString(1), row.getBytes(2));
            });
        } catch (DataAccessException e) {
            throw nothing(e.getMessage());
        }
        if (files.isEmpty()) {
            throw nothing("the table of files is empty");
        }
        return new ProgrammeFolder(files);
    }

    static void replace(JdbcClient jdbc, ProgrammeFolder folder) {
        jdbc.sql("delete from programme.file").update();
        folder.files()
                .forEach((path, bytes) -> jdbc.sql("insert into programme.file values (:path, :content)")
                        .param("path", path)
                        .param("content", bytes)
                        .update());
    }

    private static DaryaException nothing(@Nullable String why) {
        return new DaryaException(
                "No programme is loaded here (%s).".formatted(why),
                "Maybe another data folder is meant (--data DIR), or ./darya serve was never run on this one.");
    }
}
