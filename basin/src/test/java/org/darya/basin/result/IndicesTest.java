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
    void seriesOneAfterTheOtherAreJudgedTogether() {
        double[] days = {1, 1, 1, 1};
        Indices.Tally first = new Indices.Tally();
        Indices.Tally second = new Indices.Tally();
        double[] dry = {10, 10, 10, 5};
        double[] wet = {5, 10, 10, 10};
        for (int t = 0; t < 4; t++) {
            first.add(dry[t], 10, days[t]);
            second.add(wet[t], 10, days[t]);
        }
        Indices.Tally all = new Indices.Tally();
        all.add(first);
        all.add(second);
        Indices found = all.indices();
        assertThat(found.reliability()).isCloseTo(6.0 / 8, within(1e-12));
        // the failure at the end of the first is not followed by a success of the second, nor one spell with its
        // failure
        assertThat(found.resilience()).isCloseTo(1.0 / 2, within(1e-12));
        assertThat(found.vulnerability()).isCloseTo(0.5, within(1e-12));
        assertThat(found.volumetric()).isCloseTo(70.0 / 80, within(1e-12));
    }

    @Test
    void equalSharesAreNotUnequal() {
        assertThat(Indices.inequality(new double[] {0.7, 0.7, 0.7})).isCloseTo(0, within(1e-12));
        assertThat(Indices.inequality(new double[] {0, 0, 1})).isCloseTo(2.0 / 3, within(1e-12));
    }
}
