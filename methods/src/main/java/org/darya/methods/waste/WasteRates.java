package org.darya.methods.waste;

import org.darya.methods.Answer;
import org.darya.methods.ByPeriod;
import org.darya.methods.Card;
import org.darya.methods.Direction;
import org.darya.methods.Range;
import org.darya.methods.Reason.Why;
import org.darya.methods.Row;

/**
 * <h2>What it computes</h2>
 * Shares of the waste generated: recycled at home or abroad, 100 · (R + X − M) / G; collected, 100 · C / G; disposed of
 * under control, 100 · D / G; and waste a head, G / P.
 *
 * <h2>Source</h2>
 * UN Statistics Division, SDG metadata 12.5.1 (national recycling rate) and 11.6.1 (collected and controlled).
 *
 * <h2>Inputs and units</h2>
 * {@code generated}: t; {@code recycled}, {@code exported} and {@code imported} for recycling, {@code collected}, {@code
 * controlled}: t; {@code population}: persons. All but the first may be left out.
 *
 * <h2>Parameters and defaults</h2>
 * None. Whether municipal or all waste is meant is the choice of the series: the two must not be mixed.
 *
 * <h2>Behaviour at edges</h2>
 * A rate whose parts are missing has no value while the others stand. Trade that is not given counts as none. No waste
 * generated gives not applicable.
 *
 * <h2>Published example</h2>
 * 110 t generated, 20 recycled, 3 exported, 1 imported: 20.0 %.
 */
public final class WasteRates extends ByPeriod {
    private static final Card CARD = Card.measure("waste-rates", 1)
            .source(
                    "UN Statistics Division, SDG metadata",
                    "indicator 12.5.1",
                    "https://unstats.un.org/sdgs/metadata/files/Metadata-12-05-01.pdf")
            .source(
                    "UN Statistics Division, SDG metadata",
                    "indicator 11.6.1",
                    "https://unstats.un.org/sdgs/metadata/files/Metadata-11-06-01.pdf")
            .input("generated", "t")
            .ifKnown("recycled", "t")
            .ifKnown("exported", "t")
            .ifKnown("imported", "t")
            .ifKnown("collected", "t")
            .ifKnown("controlled", "t")
            .ifKnown("population", "{person}")
            .output("recycling", "%", Direction.UP, Range.PERCENT)
            .output("collection", "%", Direction.UP, Range.PERCENT)
            .output("control", "%", Direction.UP, Range.PERCENT)
            .output("per-head", "kg/{person}", Direction.DOWN, Range.NOT_NEGATIVE)
            .build();

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    protected Answer at(Row row) {
        double generated = row.get("generated");
        if (generated <= 0) {
            return Answer.none(Why.ZERO_DENOMINATOR, "generated");
        }
        Answer answer = Answer.empty();
        answer = row.has("recycled")
                ? answer.and(
                        "recycling",
                        100 * (row.get("recycled") + row.get("exported", 0) - row.get("imported", 0)) / generated)
                : absent(answer, "recycling", "recycled", row);
        answer = row.has("collected")
                ? answer.and("collection", 100 * row.get("collected") / generated)
                : absent(answer, "collection", "collected", row);
        answer = row.has("controlled")
                ? answer.and("control", 100 * row.get("controlled") / generated)
                : absent(answer, "control", "controlled", row);
        return row.get("population", 0) > 0
                ? answer.and("per-head", 1000 * generated / row.get("population"))
                : absent(answer, "per-head", "population", row);
    }

    private static Answer absent(Answer answer, String output, String input, Row row) {
        return answer.without(output, Why.INPUT_MISSING, input, row.period());
    }
}
