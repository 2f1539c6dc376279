package org.darya.access;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Codes of an authenticator: RFC 6238 with SHA-1, steps of 30 seconds and six digits, as every authenticator has them. */
final class Totp {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int SECONDS = 30;
    private static final int NOT_FOUND = -1;

    private Totp() {}

    /** A new secret of 160 bits in Base32. */
    static String secret() {
        var text = new StringBuilder();
        for (byte random : Secrets.bytes(32)) {
            text.append(ALPHABET.charAt(random & 31));
        }
        return text.toString();
    }

    static long step(long epochSecond) {
        return epochSecond / SECONDS;
    }

    /** The step whose code this is: the present one or a neighbour, but none at or before the last one used. Else -1. */
    static long match(String secret, String code, long now, long lastUsed) {
        for (long step = now - 1; step <= now + 1; step++) {
            if (step > lastUsed
                    && MessageDigest.isEqual(
                            code(decode(secret), step, 6).getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                            code.getBytes(java.nio.charset.StandardCharsets.UTF_8))) {
                return step;
            }
        }
        return NOT_FOUND;
    }

    /** RFC 4226, section 5.3. */
    static String code(byte[] key, long step, int digits) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "HmacSHA1"));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int binary = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 15) & Integer.MAX_VALUE;
            return String.format(Locale.ROOT, "%0" + digits + "d", binary % (long) Math.pow(10, digits));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] decode(String base32) {
        var bytes = ByteBuffer.allocate(base32.length() * 5 / 8);
        long bits = 0;
        int count = 0;
        for (char letter : base32.toCharArray()) {
            bits = bits << 5 | ALPHABET.indexOf(letter);
            count += 5;
            if (count >= 8) {
                count -= 8;
                bytes.put((byte) (bits >> count));
            }
        }
        return bytes.array();
    }
}
