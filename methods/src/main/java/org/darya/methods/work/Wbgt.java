package org.darya.methods.work;

import org.darya.methods.Answer;
import org.darya.methods.ByPeriod;
import org.darya.methods.Card;
import org.darya.methods.Direction;
import org.darya.methods.Range;
import org.darya.methods.Row;

/**
 * <h2>What it computes</h2>
 * The wet bulb globe temperature: 0.7 T_nw + 0.2 T_g + 0.1 T_a in the sun, 0.7 T_nw + 0.3 T_g indoors and in the shade.
 *
 * <h2>Source</h2>
 * ISO 7243:2017, clause 5.
 *
 * <h2>Inputs and units</h2>
 * {@code natural-wet-bulb}, {@code globe}: °C; {@code air}: °C, given for places in the sun.
 *
 * <h2>Parameters and defaults</h2>
 * None.
 *
 * <h2>Behaviour at edges</h2>
 * Without air temperature the formula of the shade is used. The wet bulb of a psychrometer is not the natural wet bulb
 * and gives too low a value in the sun.
 *
 * <h2>Published example</h2>
 * 25, 32 and 20 °C: 25.9 °C in the sun; 25 and 32 °C: 27.1 °C in the shade.
 */
public final class Wbgt extends ByPeriod {
    private static final Card CARD = Card.measure("wbgt", 1)
            .source("ISO 7243:2017", "clause 5", "https://www.iso.org/standard/67188.html")
            .input("natural-wet-bulb", "Cel")
            .input("globe", "Cel")
            .optional("air", "Cel")
            .output("wbgt", "Cel", Direction.NEUTRAL, Range.of(-50, 60))
            .build();

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    protected Answer at(Row row) {
        double wet = 0.7 * row.get("natural-wet-bulb");
        double globe = row.get("globe");
        return Answer.of("wbgt", row.has("air") ? wet + 0.2 * globe + 0.1 * row.get("air") : wet + 0.3 * globe);
    }
}
