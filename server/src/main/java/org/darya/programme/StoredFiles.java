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

    /** Puts the files of a folder in the place of all that were there. */
    static void replace(JdbcClient jdbc, ProgrammeFolder folder, Reading.Sound sound) {
        jdbc.sql("delete from programme.file").update();
        folder.files()
                .forEach((path, bytes) -> jdbc.sql(
                                "insert into programme.file (path, content, visibility, base) values (:path, :content, :visibility, :content)")
                        .param("path", path)
                        .param("content", bytes)
                        .param("visibility", sound.seenBy(path).text())
                        .update());
    }

    private static DaryaException nothing(@Nullable String why) {
        return new DaryaException(
                "No programme is loaded here (%s).".formatted(why),
                "Maybe another data folder is meant (--data DIR), or ./darya serve was never run on this one.");
    }
}
