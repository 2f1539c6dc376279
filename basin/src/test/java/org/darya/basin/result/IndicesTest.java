package org.darya.basin.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Indices of a series short enough to count by hand. */
class IndicesTest {

    @Test
    void countsFailuresRecoveriesAndTheWorstOfEachSpell() {
        // two spells of failure: steps 2-3 (worst 60 %) and step 5 (20 %); both are followed by success
        double[] delivered = {10, 8, 4, 10, 8, 10};
        double[] wanted = {10, 10, 10, 10, 10, 10};
        Indices found = Indices.of(delivered, wanted, new double[] {1, 1, 1, 1, 1, 1});
        assertThat(found.reliability()).isCloseTo(0.5, within(1e-12));
        assertThat(found.resilience()).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(found.vulnerability()).isCloseTo(0.4, within(1e-12));
        assertThat(found.volumetric()).isCloseTo(50.0 / 60, within(1e-12));
        assertThat(found.worst()).isCloseTo(0.6, within(1e-12));
    }

    @Test
    void equalSharesAreNotUnequal() {
        assertThat(Indices.inequality(new double[] {0.7, 0.7, 0.7})).isCloseTo(0, within(1e-12));
        assertThat(Indices.inequality(new double[] {0, 0, 1})).isCloseTo(2.0 / 3, within(1e-12));
    }
}
