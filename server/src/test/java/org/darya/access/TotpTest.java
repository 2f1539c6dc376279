package org.darya.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against the test vectors of RFC 6238, appendix B (SHA-1), and RFC 4648, section 10 (Base32). */
class TotpTest {
    private static final byte[] KEY = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void givesThePublishedCodes(long second, String code) {
        assertThat(Totp.code(KEY, Totp.step(second), 8)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"MZXW6, foo", "MZXW6YQ, foob", "MZXW6YTB, fooba", "MZXW6YTBOI, foobar"})
    void readsBase32(String coded, String text) {
        assertThat(new String(Totp.decode(coded), StandardCharsets.US_ASCII)).isEqualTo(text);
    }

    @Test
    void takesTheNeighbourStepsAndNoneTwice() {
        String secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"; // the key above
        long now = Totp.step(1111111109);
        for (long step : new long[] {now - 1, now, now + 1}) {
            assertThat(Totp.match(secret, Totp.code(KEY, step, 6), now, 0)).isEqualTo(step);
            assertThat(Totp.match(secret, Totp.code(KEY, step, 6), now, step)).isNegative();
        }
        assertThat(Totp.match(secret, Totp.code(KEY, now - 2, 6), now, 0)).isNegative();
        assertThat(Totp.match(secret, "", now, 0)).isNegative();
    }
}
