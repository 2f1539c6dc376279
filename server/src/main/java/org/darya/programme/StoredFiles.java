package org.darya.programme;

import java.nio.charset.StandardCharsets;
import java.sql.Types;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.darya.platform.DaryaException;
import org.darya.platform.Visibility;
import org.darya.programme.edit.RecordFile;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yaml.snakeyaml.error.YAMLException;

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

    /** A file as it is kept. */
    record Kept(byte @Nullable [] content, byte @Nullable [] base) {}

    /** Every file with what was last loaded from a folder; also those that were taken out in the browser. */
    static SortedMap<String, Kept> kept(JdbcClient jdbc) {
        var files = new TreeMap<String, Kept>();
        jdbc.sql("select path, content, base from programme.file").query(row -> {
            files.put(row.getString(1), new Kept(row.getBytes(2), row.getBytes(3)));
        });
        return files;
    }

    /**
     * Puts the files of a folder in the place of all that were there.
     *
     * @param base what lies in the folder; the same where nobody edited in the browser
     */
    static void replace(JdbcClient jdbc, ProgrammeFolder folder, ProgrammeFolder base, Reading.Sound sound) {
        jdbc.sql("delete from programme.file").update();
        var paths = new TreeSet<>(folder.files().keySet());
        paths.addAll(base.files().keySet());
        paths.forEach(path -> {
            byte[] content = folder.files().get(path);
            byte[] loaded = base.files().get(path);
            jdbc.sql(
                            "insert into programme.file (path, content, visibility, base) values (:path, :content, :visibility, :base)")
                    .param("path", path)
                    .param("content", content, Types.BINARY)
                    .param(
                            "visibility",
                            content == null && loaded != null
                                    ? seenBy(loaded)
                                    : sound.seenBy(path).text())
                    .param("base", loaded, Types.BINARY)
                    .update();
        });
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

    /** Who may see a file that only the folder still has. */
    private static String seenBy(byte[] file) {
        try {
            var records = new RecordFile(new String(file, StandardCharsets.UTF_8));
            Object visibility = records.values(records.ids().getFirst()).get("visibility");
            return visibility == null ? Visibility.PUBLIC.text() : new Visibility(visibility.toString()).text();
        } catch (YAMLException | ClassCastException | IllegalArgumentException | NoSuchElementException e) {
            return Visibility.PUBLIC.text(); // it holds no records
        }
    }

    private static DaryaException nothing(@Nullable String why) {
        return new DaryaException(
                "No programme is loaded here (%s).".formatted(why),
                "Maybe another data folder is meant (--data DIR), or ./darya serve was never run on this one.");
    }
}
