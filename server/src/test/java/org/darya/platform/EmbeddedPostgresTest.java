package org.darya.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much of a machine the embedded database takes: decision 28. */
class EmbeddedPostgresTest {
    @ParameterizedTest
    @CsvSource({"512, 128", "1024, 128", "2048, 256", "4096, 512", "8192, 1024", "24576, 1024"})
    void keepsAnEighthOfTheMemoryWithinBounds(long machineMegabytes, long megabytes) {
        assertThat(EmbeddedPostgres.buffers(machineMegabytes << 20)).isEqualTo(megabytes);
    }
}
