package org.darya.portal.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Underscores stand for spaces that hold. */
class SpacesTest {
    @ParameterizedTest
    @CsvSource({
        "уголь 72 %, уголь 72_%",
        "около 2–2.5 °C теплее, около 2–2.5_°C теплее",
        "за 30 лет 140 явлений, за 30_лет 140_явлений",
        "1 500 млн, 1_500_млн",
        "Бұл – болжам, Бұл_– болжам",
        "без чисел и тире, без чисел и тире",
        "цель 2030 (условная), цель 2030 (условная)",
        "72, 72"
    })
    void holdNumbersAndWhatTheyCount(String text, String held) {
        assertThat(Spaces.hold(text)).isEqualTo(held.replace('_', '\u00a0'));
    }
}
