package org.darya.evidence.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HexFormat;

/** Keeps the bytes of a file as they came, once for each content. */
final class Originals {
    private Originals() {}

    /** Gives the SHA-256 of what was kept. */
    static String keep(Connection connection, Path file) throws IOException, SQLException {
        String sha256;
        try (InputStream in = Files.newInputStream(file)) {
            sha256 = hash(in);
        }
        if (known(connection, sha256)) {
            return sha256;
        }
        MessageDigest digest = digest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest);
                PreparedStatement insert = connection.prepareStatement(
                        "insert into evidence.original (sha256, size, content) values (?, ?, ?)")) {
            insert.setString(1, sha256);
            insert.setLong(2, Files.size(file));
            insert.setBinaryStream(3, in, Files.size(file));
            insert.executeUpdate();
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(sha256)) {
            throw new IOException("the file changed while it was read");
        }
        return sha256;
    }

    private static boolean known(Connection connection, String sha256) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select 1 from evidence.original where sha256 = ?")) {
            query.setString(1, sha256);
            try (var rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static String hash(InputStream in) throws IOException {
        MessageDigest digest = digest();
        byte[] buffer = new byte[1 << 16];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            digest.update(buffer, 0, read);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
