package org.darya.evidence.sensorthings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.darya.evidence.sensorthings.query.FilterParser;
import org.darya.evidence.sensorthings.query.OptionsParser;
import org.junit.jupiter.api.Test;

/** Whatever a filter is, it is read or refused in words: no other failure, no endless work. For a bounded time. */
class FilterFuzzTest {
    private static final List<String> PIECES = List.of(
            "name",
            "result",
            " eq ",
            " and ",
            " or ",
            "not ",
            "(",
            ")",
            "'",
            "''",
            "'a'",
            "1",
            "-1.5e9",
            "2024-01-01T00:00:00Z",
            "/",
            "Datastream",
            "any(",
            "d:d/",
            "substringof(",
            ",",
            "st_within(",
            "geography'POINT(1 1)'",
            "duration'P1D'",
            "P1D",
            " in ",
            " mod ",
            "null",
            "true",
            " ",
            "\u0000",
            "ұ",
            "%",
            ";",
            "$",
            "@iot.id",
            "\\");
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Test
    void readsOrRefuses() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        long end = System.nanoTime() + PATIENCE.toNanos();
        int read = 0;
        for (int i = 0; System.nanoTime() < end; i++) {
            var text = new StringBuilder();
            int pieces = random.nextInt(i % 50 == 0 ? 400 : 12) + 1;
            for (int p = 0; p < pieces; p++) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            try {
                FilterParser.parse(text.toString());
                read++;
            } catch (StaProblem e) {
                assertThat(e.status()).isEqualTo(400);
                assertThat(e.maybe()).startsWith("Maybe");
            } catch (RuntimeException e) {
                throw new AssertionError("seed %d: %s".formatted(seed, text), e);
            }
            try {
                OptionsParser.parse(
                        "$expand=" + text.toString().replace("%", "").replace("&", ""));
            } catch (StaProblem e) {
                assertThat(e.status()).isEqualTo(400);
            } catch (RuntimeException e) {
                throw new AssertionError("seed %d: $expand=%s".formatted(seed, text), e);
            }
        }
        assertThat(read).as("some of them are in order").isPositive();
    }
}
