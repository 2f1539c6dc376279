package org.darya.basin.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import org.darya.basin.BasinException;

/** Verifies that a file is the one a model was written for. */
final class Checksum {

    private static final Map<String, String> ALGORITHMS =
            Map.of("md5", "MD5", "sha1", "SHA-1", "sha256", "SHA-256", "sha384", "SHA-384", "sha512", "SHA-512");

    private Checksum() {}

    /** Compares the file with every hash that is given; throws if one differs. */
    static void verify(Element checksums, Path file) {
        for (var entry : checksums.fields().entrySet()) {
            String algorithm = ALGORITHMS.get(entry.getKey().toLowerCase(Locale.ROOT));
            Element expected = entry.getValue();
            if (algorithm == null) {
                throw expected.fail(
                        "the hash \"" + entry.getKey() + "\" is not known", "use one of " + ALGORITHMS.keySet() + ".");
            }
            String found = hash(algorithm, file);
            if (!found.equalsIgnoreCase(expected.text())) {
                throw expected.fail(
                        file.getFileName() + " has the " + algorithm + " hash " + found + ", not " + expected.show(),
                        "the file was changed after the model was written; put the new hash here if that is right.");
            }
        }
    }

    private static String hash(String algorithm, Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(Files.readAllBytes(file)));
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new BasinException(
                    file.toString(), "its hash cannot be computed (" + e.getMessage() + ")", "the file is locked.");
        }
    }
}
