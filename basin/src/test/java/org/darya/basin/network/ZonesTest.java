package org.darya.basin.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.darya.basin.BasinException;
import org.darya.basin.read.Json;
import org.darya.basin.result.Ledger;
import org.darya.basin.run.Assembly;
import org.darya.basin.run.Model;
import org.darya.basin.run.ModelDocument;
import org.darya.basin.run.Simulation;
import org.darya.basin.solve.EngineKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Zones are kept exactly within a step, and what is wrong with them is told. */
class ZonesTest {

    private static final String RULE = "{'name':'rule','to':%s,'cost':-50},{'cost':-1}";

    /** A reservoir of 100 on a river that brings 1 a day in steps of 5 days; the town pays 20 a unit, the sea nothing. */
    private static String model(String reservoir, String zones, double town, double outlet) {
        return ("{'timestepper':{'start':'2015-01-01','end':'2015-01-15','timestep':5},'nodes':["
                        + "{'name':'river','type':'Input','min_flow':1,'max_flow':1},"
                        + "{'name':'dam','type':'Storage'," + reservoir + ",'zones':[" + zones + "]},"
                        + "{'name':'town','type':'Output','max_flow':" + town + ",'cost':-20},"
                        + "{'name':'gate','type':'Link','max_flow':" + outlet + "},"
                        + "{'name':'sea','type':'Output'}],'edges':[['river','dam'],['dam','town'],['dam','gate'],['gate','sea']]}")
                .replace('\'', '"');
    }

    private static String dam(double initial) {
        return "'min_volume':10,'max_volume':100,'initial_volume':" + initial;
    }

    private static Ledger run(String json, EngineKind engine) {
        Assembly assembly = new Assembly(ModelDocument.of(Json.parse("test", json), Path.of(".")));
        Model model = assembly.build(0, assembly.scenarios().size()).get(0);
        Ledger ledger = new Ledger(model);
        new Simulation(java.util.List.of(model), engine).run(ledger);
        assertThat(ledger.worstBalance()).isLessThan(1e-9);
        return ledger;
    }

    private static double[] volumes(Ledger ledger) {
        return ledger.volume(ledger.find("dam"));
    }

    private static double[] flows(Ledger ledger, String node) {
        return ledger.flow(ledger.find(node));
    }

    @ParameterizedTest
    @EnumSource
    void aDemandTakesTheWaterAboveTheRuleAndNoneBelow(EngineKind engine) {
        // 80 and 5 from the river; the town would take 40
        Ledger ledger = run(model(dam(80), RULE.formatted(60), 8, 100), engine);
        assertThat(volumes(ledger)).containsExactly(new double[] {60, 60, 60}, within(1e-9));
        assertThat(flows(ledger, "town")).containsExactly(new double[] {5, 1, 1}, within(1e-9));
        assertThat(flows(ledger, "sea")).containsOnly(0);
    }

    @ParameterizedTest
    @EnumSource
    void aRuleThatRisesIsFilledBeforeTheDemandIsServed(EngineKind engine) {
        String rule = "{'type':'arrayindexed','values':[60,62,200]}";
        Ledger ledger = run(model(dam(60), RULE.formatted(rule), 8, 100), engine);
        // the third end is cut to the greatest volume, and all water is kept
        assertThat(volumes(ledger)).containsExactly(new double[] {60, 62, 67}, within(1e-9));
        assertThat(flows(ledger, "town")).containsExactly(new double[] {1, 0.6, 0}, within(1e-9));
    }

    @ParameterizedTest
    @EnumSource
    void aFloodZoneIsEmptiedAsFarAsTheOutletAllows(EngineKind engine) {
        String zones = "{'name':'store','to':70,'cost':-1},{'name':'flood','cost':10}";
        Ledger ledger = run(model(dam(95), zones, 0, 3), engine);
        // 5 come in and 15 go out in a step, until the zone is empty
        assertThat(volumes(ledger)).containsExactly(new double[] {85, 75, 70}, within(1e-9));
        assertThat(flows(ledger, "sea")).containsExactly(new double[] {3, 3, 2}, within(1e-9));
    }

    @ParameterizedTest
    @EnumSource
    void theLowestZoneFillsUpFromBelowTheLeastVolume(EngineKind engine) {
        Ledger ledger = run(model(dam(2), "{'to':12,'cost':-50},{'cost':-1}", 8, 100), engine);
        assertThat(volumes(ledger)).containsExactly(new double[] {7, 12, 12}, within(1e-9));
    }

    @ParameterizedTest
    @EnumSource
    void theHighestZoneGivesWhatStandsAboveTheGreatestVolume(EngineKind engine) {
        String shrinking =
                "'min_volume':10,'initial_volume':90,'max_volume':{'type':'arrayindexed','values':[100,40,40]}";
        Ledger ledger = run(model(shrinking, "{'to':30,'cost':-50},{'cost':-1}", 13, 100), engine);
        assertThat(volumes(ledger)).containsExactly(new double[] {30, 30, 30}, within(1e-9));
        String fuller = shrinking.replace("[100,40,40]", "[40,40,40]");
        assertThat(volumes(run(model(fuller, "{'to':30,'cost':-50},{'cost':-1}", 50, 100), engine)))
                .containsExactly(new double[] {30, 30, 30}, within(1e-9));
    }

    @ParameterizedTest
    @EnumSource
    void anEndThatFallsBelowTheZoneBeneathLeavesNoRoom(EngineKind engine) {
        String low = "{'type':'arrayindexed','values':[20,-5,20]}";
        String zones = "{'to':60,'cost':-50},{'to':%s,'cost':-30},{'cost':-1}".formatted(low);
        Ledger ledger = run(model(dam(80), zones, 8, 100), engine);
        assertThat(volumes(ledger)).containsExactly(new double[] {60, 60, 60}, within(1e-9));
    }

    @Test
    void oneZoneIsWorthWhatAPlainStoreIs() {
        String zoned = model(dam(80), "{'cost':-1}", 8, 100);
        String plain = zoned.replace("\"zones\":[{\"cost\":-1}]", "\"cost\":-1");
        assertThat(volumes(run(zoned, EngineKind.TREE)))
                .containsExactly(volumes(run(plain, EngineKind.TREE)), within(1e-9));
    }

    @Test
    void aFirstVolumeFromAParameterIsKnownToTheZones() {
        String first = "'max_volume':100,'initial_volume':{'type':'arrayindexed','values':[80,0,0]}";
        assertThat(volumes(run(model(first, RULE.formatted(60), 8, 100), EngineKind.TREE))[0])
                .isCloseTo(60, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'to':60,'cost':-1},{'cost':-50}             | zones[1].cost                | a cost of -50.0 above a zone of -1.0
            {'to':60,'cost':-50},{'to':90,'cost':-1}     | zones[1].to                  | the last zone has an end
            {'to':-3,'cost':-50},{'cost':-1}             | zones[0].to                  | an end of -3.0 below 10.0
            {'to':NaN,'cost':-50},{'cost':-1}            | zones[0].to                  | not NaN
            {'to':120,'cost':-50},{'cost':-1}            | zones[0].to                  | an end of 120.0 above max_volume 100.0
            {'to':Infinity,'cost':-50},{'cost':-1}       | zones[0].to                  | an end of Infinity above max_volume 100.0
            {'to':60,'cost':-9},{'to':50,'cost':-5},{'cost':-1} | zones[1].to           | an end of 50.0 below 60.0
            {'cost':-50},{'cost':-1}                     | zones[0]                     | 'to' is missing
            {'to':60},{'cost':-1}                        | zones[0]                     | 'cost' is missing
            {'to':60,'cost':-50},{'cots':-1,'cost':-1}   | zones[1]                     | "cots"
            5                                            | zones[0]                     | an object is expected
                                                         | zones                        | the list is empty
            {'to':60,'cost':Infinity},{'cost':Infinity}  | zones[0].cost                | a cost of Infinity
            {'to':{'type':'arrayindexed','values':[60,NaN,60]},'cost':-50},{'cost':-1} | values[1] | not NaN
            {'to':{'type':'aggregated','agg_func':'product','parameters':[0,Infinity]},'cost':-50},{'cost':-1} | dam (zone 1) | not a number
            {'to':60,'cost':-50},{'cost':{'type':'arrayindexed','values':[-1,-60,-1]}} | zones[1].cost | a cost of -60.0 above a zone of -50.0 on 2015-01-06
            """)
    void refusesZonesThatAreNone(String zones, String where, String told) {
        refused(model(dam(80), zones == null ? "" : zones, 8, 100), where, told);
    }

    @Test
    void refusesASecondPriceForTheSameWater() {
        String second = dam(80) + ",'cost':-3";
        refused(model(second, RULE.formatted(60), 8, 100), "dam\".cost", "the zones have costs of their own");
        String above = dam(80) + ",'control_curve':0.5,'above_curve_cost':-3";
        refused(model(above, RULE.formatted(60), 8, 100), "above_curve_cost", "the zones have costs of their own");
    }

    @Test
    void refusesAStoreThatTurnsOver() {
        String turned = "'min_volume':10,'initial_volume':30,'max_volume':{'type':'arrayindexed','values':[100,5,100]}";
        refused(model(turned, RULE.formatted(60), 8, 100), "dam", "min_volume 10.0 is not below max_volume 5.0");
    }

    private static void refused(String json, String where, String told) {
        assertThatThrownBy(() -> run(json, EngineKind.TREE))
                .isInstanceOf(BasinException.class)
                .hasMessageContaining(where)
                .hasMessageContaining(told)
                .message()
                .matches("(?s).*\\RMaybe .*");
    }
}
