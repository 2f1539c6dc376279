package org.darya.programme;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.darya.programme.StoredFiles.Kept;
import org.darya.programme.edit.RecordFile;
import org.darya.programme.read.ProgrammeReader;
import org.darya.register.Entry;
import org.darya.register.Kind;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * What loading a folder would do to a programme in which people edit in the browser too. Each file, and where both sides
 * changed a file each record, is compared with what was last loaded: what one side changed is taken from that side; what both
 * changed is a conflict, and nobody decides it in silence.
 */
public final class FolderPlan {
    private final SortedMap<String, Kept> kept;
    private final ProgrammeFolder folder;
    private final @Nullable Take take;
    private final SortedMap<String, byte[]> merged = new TreeMap<>();
    private final List<String> conflicts = new ArrayList<>();
    private final List<String> fromBrowser = new ArrayList<>();
    private @Nullable Reading reading;

    /** Whose state holds where both changed the same. */
    public enum Take {
        FOLDER,
        BROWSER
    }

    private FolderPlan(SortedMap<String, Kept> kept, ProgrammeFolder folder, @Nullable Take take) {
        this.kept = kept;
        this.folder = folder;
        this.take = take;
    }

    static FolderPlan of(SortedMap<String, Kept> kept, ProgrammeFolder folder, @Nullable Take take) {
        var plan = new FolderPlan(kept, folder, take);
        Set<String> paths = new TreeSet<>(kept.keySet());
        paths.addAll(folder.files().keySet());
        paths.forEach(plan::file);
        return plan;
    }

    private void file(String path) {
        Kept now = kept.getOrDefault(path, new Kept(null, null));
        byte[] base = now.base();
        byte[] browser = now.content();
        byte[] young = folder.files().get(path);
        if (Arrays.equals(browser, base) || Arrays.equals(browser, young)) {
            put(path, young);
        } else if (Arrays.equals(young, base)) {
            fromBrowser.add(path);
            put(path, browser);
        } else {
            put(path, both(path, base, browser, young));
        }
    }

    private byte @Nullable [] both(
            String path, byte @Nullable [] base, byte @Nullable [] browser, byte @Nullable [] young) {
        if (browser != null && young != null && (path.endsWith(".yaml") || path.endsWith(".yml"))) {
            try {
                return records(path, base, browser, young);
            } catch (YAMLException | ClassCastException | IllegalStateException e) {
                // no file of records that can be read: decided whole
            }
        }
        if (take == null) {
            conflicts.add(path);
        }
        return take == Take.BROWSER ? browser : young;
    }

    private byte[] records(String path, byte @Nullable [] base, byte[] browser, byte[] young) {
        Map<String, String> before = base == null ? Map.of() : records(base);
        Map<String, String> edited = records(browser);
        Map<String, String> inFolder = records(young);
        String text = new String(young, StandardCharsets.UTF_8);
        String kind = new RecordFile(text).kind();
        Set<String> ids = new LinkedHashSet<>(edited.keySet());
        ids.addAll(before.keySet());
        for (String id : ids) {
            String was = before.get(id);
            String own = edited.get(id);
            String other = inFolder.get(id);
            if (Objects.equals(own, was) || Objects.equals(own, other)) {
                continue;
            }
            boolean clash = !Objects.equals(other, was);
            if (clash && take == null) {
                conflicts.add(path + ": " + kind + "/" + id);
            } else if (!clash || take == Take.BROWSER) {
                fromBrowser.add(path + ": " + kind + "/" + id);
                text = with(text, id, own, other);
            }
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String with(String text, String id, @Nullable String own, @Nullable String other) {
        var file = new RecordFile(text);
        if (own == null) {
            return Objects.requireNonNull(file.without(id), "a file without records");
        }
        return other == null ? file.add(id, own) : file.replace(id, own);
    }

    private static Map<String, String> records(byte[] file) {
        var records = new RecordFile(new String(file, StandardCharsets.UTF_8));
        Map<String, String> all = new LinkedHashMap<>();
        records.ids().forEach(id -> all.put(id, records.record(id)));
        return all;
    }

    private void put(String path, byte @Nullable [] content) {
        if (content != null) {
            merged.put(path, content);
        }
    }

    /** The folder with the changes of the browser in it. */
    ProgrammeFolder merged() {
        return new ProgrammeFolder(merged);
    }

    ProgrammeFolder folder() {
        return folder;
    }

    SortedMap<String, Kept> kept() {
        return kept;
    }

    static boolean same(SortedMap<String, Kept> one, SortedMap<String, Kept> other) {
        return one.keySet().equals(other.keySet())
                && one.entrySet().stream()
                        .allMatch(file -> Arrays.equals(
                                file.getValue().content(),
                                Objects.requireNonNull(other.get(file.getKey())).content()));
    }

    /** Files, or records in them, that both sides changed and that nobody has decided. */
    public List<String> conflicts() {
        return List.copyOf(conflicts);
    }

    /** What the reader says of the outcome. */
    public Reading reading() {
        if (reading == null) {
            reading = ProgrammeReader.read(merged());
        }
        return reading;
    }

    /** Every record that would be added, changed or removed, a line to each. */
    public List<String> changes() {
        var before = new TreeMap<String, byte[]>();
        kept.forEach((path, file) -> {
            byte[] content = file.content();
            if (content != null) {
                before.put(path, content);
            }
        });
        List<String> lines = new ArrayList<>();
        if (reading() instanceof Reading.Sound after) {
            Reading now = before.isEmpty() ? null : ProgrammeReader.read(new ProgrammeFolder(before));
            for (Kind kind : Kind.values()) {
                Map<String, Entry> old = now instanceof Reading.Sound sound
                        ? byId(sound.content().of(kind))
                        : Map.of();
                Map<String, Entry> young = byId(after.content().of(kind));
                young.forEach((id, entry) -> {
                    Entry was = old.get(id);
                    if (was == null) {
                        lines.add("+ " + kind.word() + "/" + id);
                    } else if (!was.equals(entry)) {
                        lines.add("~ " + kind.word() + "/" + id);
                    }
                });
                old.keySet().stream()
                        .filter(id -> !young.containsKey(id))
                        .forEach(id -> lines.add("- " + kind.word() + "/" + id));
            }
        }
        return lines;
    }

    private static Map<String, Entry> byId(List<? extends Entry> entries) {
        Map<String, Entry> all = new LinkedHashMap<>();
        entries.forEach(entry -> all.put(entry.id(), entry));
        return all;
    }

    /** The plan as a person reads it. */
    @Override
    public String toString() {
        var text = new StringBuilder();
        List<String> changes = changes();
        text.append("%d records would change (+ added, ~ changed, - removed):%n".formatted(changes.size()));
        changes.forEach(line -> text.append("  ").append(line).append(System.lineSeparator()));
        if (!fromBrowser.isEmpty()) {
            text.append("Changed in the browser and kept:%n".formatted());
            fromBrowser.forEach(line -> text.append("  ").append(line).append(System.lineSeparator()));
        }
        if (!conflicts.isEmpty()) {
            text.append("Changed in the browser and in the folder, so that somebody has to decide:%n".formatted());
            conflicts.forEach(line -> text.append("  ").append(line).append(System.lineSeparator()));
        }
        return text.toString();
    }
}
