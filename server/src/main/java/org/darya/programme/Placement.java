package org.darya.programme;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.darya.platform.Visibility;
import org.darya.programme.edit.Forms;
import org.darya.programme.edit.RecordFile;
import org.darya.programme.edit.YamlValue;
import org.darya.register.Kind;
import org.jspecify.annotations.Nullable;

/** Where records lie in the text of a programme, and how the text becomes another when one changes. */
final class Placement {
    private Placement() {}

    /** A file of records and where it lies. */
    record Found(String path, RecordFile file) {}

    /** Null where no file has such a record. */
    static @Nullable Found find(ProgrammeFolder folder, Kind kind, String id) {
        for (Map.Entry<String, byte[]> one : folder.files().entrySet()) {
            String path = one.getKey();
            String text = path.endsWith(".yaml") || path.endsWith(".yml")
                    ? new String(one.getValue(), StandardCharsets.UTF_8)
                    : "";
            if (text.contains(id) && text.contains(kind.word() + ":")) {
                var file = new RecordFile(text);
                if (file.kind().equals(kind.word()) && file.ids().contains(id)) {
                    return new Found(path, file);
                }
            }
        }
        return null;
    }

    /**
     * The folder with the record as it is to be.
     *
     * @param found where it lies; null for a new one
     * @param values of the fields that change; of a new record all, null for those it has not
     */
    static ProgrammeFolder written(
            ProgrammeFolder folder,
            @Nullable Found found,
            Kind kind,
            String id,
            Map<String, @Nullable Object> values,
            Visibility seenBy) {
        var files = new TreeMap<>(folder.files());
        if (found == null) {
            var record = new StringBuilder("id: ").append(id);
            values.forEach((key, value) -> {
                if (value != null) {
                    record.append('\n').append(YamlValue.field(key, value));
                }
            });
            append(files, kind, id, record.toString(), seenBy);
            return new ProgrammeFolder(files);
        }
        String text = found.file().with(id, values, Forms.order(kind));
        if (values.containsKey("visibility")) {
            // a file is seen whole or not at all, so the record moves into one of its new readers
            var whole = new RecordFile(text);
            String record = whole.record(id);
            String left = whole.without(id);
            if (left == null) {
                files.remove(found.path());
            } else {
                files.put(found.path(), left.getBytes(StandardCharsets.UTF_8));
            }
            append(files, kind, id, record, seenBy);
        } else {
            files.put(found.path(), text.getBytes(StandardCharsets.UTF_8));
        }
        return new ProgrammeFolder(files);
    }

    /** Into the file of records made in the browser, one for each kind and each circle of readers. */
    private static void append(Map<String, byte[]> files, Kind kind, String id, String record, Visibility seenBy) {
        String circle =
                seenBy.equals(Visibility.PUBLIC) ? "" : "-" + seenBy.text().replace(' ', '-');
        String path = "%s/added%s.yaml".formatted(kind.word(), circle.toLowerCase(Locale.ROOT));
        byte[] old = files.get(path);
        String text = old == null
                ? RecordFile.begin(kind.word(), record)
                : new RecordFile(new String(old, StandardCharsets.UTF_8)).add(id, record);
        files.put(path, text.getBytes(StandardCharsets.UTF_8));
    }
}
