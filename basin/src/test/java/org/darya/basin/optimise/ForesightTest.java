package org.darya.basin.optimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.darya.basin.read.Json;
import org.darya.basin.run.Assembly;
import org.darya.basin.run.ModelDocument;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Foresight is never worse than going step by step, whatever rules the steps obey. */
class ForesightTest {

    private static Foresight foresight(String nodes, String edges) {
        String json = "{'timestepper':{'start':'2015-01-01','end':'2015-01-04','timestep':1},'nodes':[" + nodes
                + "],'edges':[" + edges + "]}";
        ModelDocument document = ModelDocument.of(Json.parse("test", json.replace('\'', '"')), Path.of("."));
        return Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> Foresight.of(new Assembly(document), 0));
    }

    private static String river(List<Double> flows, String store, List<Double> demand) {
        return "{'name':'river','type':'Catchment','flow':{'type':'arrayindexed','values':" + flows + "}},"
                + "{'name':'dam','type':'Storage'," + store + "},{'name':'sea','type':'Output'},"
                + "{'name':'town','type':'Output','cost':-20,'max_flow':{'type':'arrayindexed','values':" + demand
                + "}}";
    }

    private static final String EDGES = "['river','dam'],['dam','town'],['dam','sea']";

    @Test
    void zonesBindOnlyThoseWhoDoNotKnowTheFuture() {
        // 60 are kept until a flood fills all; whoever knew of it gave the town its 4 a day from the start
        String zones = "'max_volume':62,'initial_volume':60,'zones':[{'to':60,'cost':-50},{'cost':-1}]";
        Foresight found = foresight(river(List.of(1.0, 1.0, 1.0, 20.0), zones, List.of(4.0, 4.0, 4.0, 4.0)), EDGES);
        assertThat(found.gains().get("town")).containsExactly(new double[] {7, 16}, within(1e-9));
        assertThat(found.simulated()).isCloseTo(-7 * 20, within(1e-4));
        assertThat(found.foreseen()).isCloseTo(-16 * 20, within(1e-4));
    }

    @Test
    void aStoreThatShrinksMayGoOnStandingAboveItsBound() {
        String shrinking =
                "'max_volume':{'type':'arrayindexed','values':[100,100,20,20]},'initial_volume':60,'cost':-30";
        Foresight found = foresight(river(List.of(0.0, 0.0, 0.0, 0.0), shrinking, List.of(4.0, 4.0, 4.0, 4.0)), EDGES);
        assertThat(found.foreseen()).isLessThanOrEqualTo(found.simulated() + 1e-6);
    }

    @Test
    void aStoreThatBeginsAboveItsBoundMayBeEmptiedAtOnce() {
        String full = "'max_volume':{'type':'arrayindexed','values':[10,10,10,10]},'initial_volume':100,"
                + "'zones':[{'to':5,'cost':0},{'cost':1}]";
        Foresight found = foresight(river(List.of(0.0, 0.0, 0.0, 0.0), full, List.of(100.0, 0.0, 0.0, 0.0)), EDGES);
        assertThat(found.foreseen()).isCloseTo(-100 * 20, within(1e-3));
    }

    @Property(tries = 60)
    void foresightWithZonesIsNeverWorse(
            @ForAll @Size(4) List<@DoubleRange(min = 0, max = 20) Double> flows,
            @ForAll @Size(4) List<@DoubleRange(min = 0, max = 20) Double> demand,
            @ForAll @Size(4) List<@DoubleRange(min = -5, max = 70) Double> rule,
            @ForAll @DoubleRange(min = 0, max = 50) double first,
            @ForAll @IntRange(min = 0, max = 40) int worth) {
        String zones = "'max_volume':50,'initial_volume':" + first + ",'zones':[{'to':{'type':'arrayindexed','values':"
                + rule + "},'cost':-" + worth + "},{'to':45,'cost':0},{'cost':3}]";
        Foresight found = foresight(river(flows, zones, demand), EDGES);
        assertThat(found.foreseen()).isLessThanOrEqualTo(found.simulated() + 1e-5);
    }
}
