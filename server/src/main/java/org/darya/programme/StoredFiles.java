package org.darya.programme;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
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
            jdbc.sql("select path, content from programme.file where content is not null")
                    .query(row -> {
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

    /** Writes what was edited; what was last loaded from a folder stays beside it. */
    static void edit(JdbcClient jdbc, ProgrammeFolder folder, Reading.Sound sound) {
        Map<String, byte[]> before = new HashMap<>(read(jdbc).files());
        folder.files().forEach((path, bytes) -> {
            if (!Arrays.equals(bytes, before.remove(path))) {
                jdbc.sql("""
                                insert into programme.file (path, content, visibility) values (:path, :content, :visibility)
                                on conflict (path) do update set content = excluded.content, visibility = excluded.visibility""")
                        .param("path", path)
                        .param("content", bytes)
                        .param("visibility", sound.seenBy(path).text())
                        .update();
            }
        });
        before.keySet().forEach(path -> {
            // of a file that came from a folder it stays known that it was there
            jdbc.sql("update programme.file set content = null where path = :path and base is not null")
                    .param("path", path)
                    .update();
            jdbc.sql("delete from programme.file where path = :path and base is null")
                    .param("path", path)
                    .update();
        });
    }

    private static DaryaException nothing(@Nullable String why) {
        return new DaryaException(
                "No programme is loaded here (%s).".formatted(why),
                "Maybe another data folder is meant (--data DIR), or ./darya serve was never run on this one.");
    }
}
