package org.darya.platform;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The PostgreSQL programs that come as a library, unpacked once beside the data. */
final class PostgresBinaries {
    private PostgresBinaries() {}

    /** The folder that holds {@code bin/postgres}; unpacked there on first use. */
    static Path unpack(Path cache) throws IOException {
        return unpack(cache, read(archiveName()));
    }

    /** Name of the archive for this kind of machine, as the libraries of binaries have it. */
    static String archiveName() {
        return "postgres-%s-%s.txz".formatted(system(), processor());
    }

    static Path unpack(Path cache, byte[] archive) throws IOException {
        Path home = cache.resolve("postgresql-" + fingerprint(archive));
        Path complete = home.resolve(".complete");
        if (Files.exists(complete)) {
            return home;
        }
        Files.createDirectories(home);
        try (var tar = new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(home, entry, tar);
            }
        }
        Files.createFile(complete); // written last: an unpacking that was cut off starts again
        return home;
    }

    private static byte[] read(String name) throws IOException {
        try (InputStream in = PostgresBinaries.class.getResourceAsStream("/" + name)) {
            if (in == null) {
                throw new FileNotFoundException(name);
            }
            return in.readAllBytes();
        } catch (FileNotFoundException e) {
            throw new DaryaException(
                    "No embedded PostgreSQL for this kind of machine (%s, %s).".formatted(system(), processor()),
                    "Maybe use a PostgreSQL of your own: --db-url jdbc:postgresql://host/darya --db-user darya.");
        }
    }

    private static void write(Path home, TarArchiveEntry entry, TarArchiveInputStream tar) throws IOException {
        Path file = home.resolve(entry.getName()).normalize();
        if (!file.startsWith(home)) {
            throw new IOException("entry outside the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Path parent = file.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        if (entry.isSymbolicLink()) {
            Files.deleteIfExists(file);
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.copy(home.resolve(entry.getLinkName()), file, StandardCopyOption.REPLACE_EXISTING);
        } else {
            try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
                tar.transferTo(out);
            }
        }
        if ((entry.getMode() & 0111) != 0 && !entry.isSymbolicLink()) {
            file.toFile().setExecutable(true, false);
        }
    }

    private static String fingerprint(byte[] archive) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(archive), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String system() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.startsWith("linux") ? "linux" : name.startsWith("mac") ? "darwin" : "other";
    }

    private static String processor() {
        return switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> "other";
        };
    }
}
