package org.darya.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The list of contents of a backup. What it says becomes part of statements that the owner of the database executes, so that
 * nothing is believed that has not the form of what Darya writes.
 */
final class BackupManifest {
    static final String NAME = "manifest.properties";

    private static final String FORMAT = "1";
    private static final Pattern TABLE = Pattern.compile("[a-z_]+\\.[a-z0-9_]+");
    private static final Pattern PART = Pattern.compile(
            "partition of [a-z_]+\\.[a-z0-9_]+ (DEFAULT|FOR VALUES FROM \\((MINVALUE|'[0-9: +-]+')\\) TO \\((MAXVALUE|'[0-9: +-]+')\\))");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
    private static final Pattern VERSION = Pattern.compile("[0-9]{1,5}(\\.[0-9]{1,5})*");

    private final Properties lines = new Properties();
    private final Path file;

    private BackupManifest(Path file) {
        this.file = file;
    }

    static BackupManifest begin(Path file) {
        var manifest = new BackupManifest(file);
        manifest.lines.setProperty("format", FORMAT);
        return manifest;
    }

    /** @throws DaryaException where the archive is no backup that this Darya reads, or is not what was written */
    static BackupManifest read(ZipFile zip, Path file) throws IOException {
        var manifest = new BackupManifest(file);
        ZipEntry entry = zip.getEntry(NAME);
        if (entry != null) {
            try (InputStream in = zip.getInputStream(entry)) {
                manifest.lines.load(in);
            } catch (IllegalArgumentException e) {
                throw manifest.damaged(NAME);
            }
        }
        if (!FORMAT.equals(manifest.lines.getProperty("format"))) {
            throw new DaryaException(
                    "The file %s is no backup that this Darya reads.".formatted(file),
                    "Maybe it was written by a newer Darya, or is another file.");
        }
        manifest.check(zip);
        return manifest;
    }

    private void check(ZipFile zip) throws IOException {
        for (Map.Entry<String, String> sum : all("sha256.").entrySet()) {
            ZipEntry entry = zip.getEntry(sum.getKey());
            MessageDigest digest = sha256();
            if (entry != null) {
                try (var in = new DigestInputStream(zip.getInputStream(entry), digest)) {
                    in.transferTo(OutputStream.nullOutputStream());
                }
            }
            if (entry == null || !hex(digest).equals(sum.getValue())) {
                throw damaged(sum.getKey());
            }
        }
        all("version.").forEach((room, version) -> hold(VERSION, "version." + room, version));
        parts().forEach((name, value) -> {
            hold(TABLE, "part." + name, name);
            hold(PART, "part." + name, value);
        });
        counters().forEach((name, value) -> {
            hold(TABLE, "counter." + name, name);
            hold(NUMBER, "counter." + name, value);
        });
    }

    private void hold(Pattern form, String line, String value) {
        if (!form.matcher(value).matches()) {
            throw damaged("the line " + line + " of " + NAME);
        }
    }

    DaryaException damaged(String what) {
        return new DaryaException(
                "The backup %s is damaged: %s is not what was written.".formatted(file, what),
                "Maybe it was cut off or changed on its way; use another copy.");
    }

    void version(String room, String version) {
        lines.setProperty("version." + room, version);
    }

    @Nullable
    String version(String room) {
        return lines.getProperty("version." + room);
    }

    void table(BackupTables.Table table, MessageDigest sum) {
        lines.setProperty("sha256." + table.entry(), hex(sum));
        lines.setProperty("columns." + table.entry(), table.columns());
    }

    /**
     * Whether the backup holds the table with these very columns.
     *
     * @throws DaryaException where it holds others
     */
    boolean holds(BackupTables.Table table) {
        String columns = lines.getProperty("columns." + table.entry());
        if (columns != null && !columns.equals(table.columns())) {
            throw damaged("the line columns." + table.entry() + " of " + NAME);
        }
        return columns != null && lines.containsKey("sha256." + table.entry());
    }

    void parts(Map<String, String> parts) {
        parts.forEach((name, value) -> lines.setProperty("part." + name, value));
    }

    Map<String, String> parts() {
        return all("part.");
    }

    void counters(Map<String, String> counters) {
        counters.forEach((name, value) -> lines.setProperty("counter." + name, value));
    }

    Map<String, String> counters() {
        return all("counter.");
    }

    void write(OutputStream to) throws IOException {
        lines.store(to, null);
    }

    private Map<String, String> all(String prefix) {
        Map<String, String> some = new TreeMap<>();
        for (String name : lines.stringPropertyNames()) {
            if (name.startsWith(prefix)) {
                some.put(name.substring(prefix.length()), lines.getProperty(name));
            }
        }
        return some;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }
}
