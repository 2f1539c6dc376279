package org.darya.basin.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.darya.basin.BasinException;
import org.darya.basin.read.Json;
import org.darya.basin.solve.EngineKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Equal shares in whole models: beside other priorities, losses, licences and stores. */
class EqualShareModelTest {

    private static final double ROUNDING = 1e-9;

    private static Map<String, Double> run(EngineKind engine, String nodes, String edges) {
        String json = ("{'timestepper':{'start':'2015-01-01','end':'2015-01-01','timestep':1},'nodes':[" + nodes
                        + "],'edges':[" + edges + "]}")
                .replace('\'', '"');
        Assembly assembly = new Assembly(ModelDocument.of(Json.parse("test", json), Path.of(".")));
        Simulation simulation = new Simulation(assembly.build(0, 1), engine);
        simulation.run();
        Map<String, Double> flows = new LinkedHashMap<>();
        simulation.models().get(0).network().nodes().forEach(node -> flows.put(node.name(), node.flow[0]));
        return flows;
    }

    private static String input(double flow) {
        return "{'name':'in','type':'Input','max_flow':" + flow + "},{'name':'hub','type':'Link'}";
    }

    private static String user(String name, double wanted, double worth) {
        return ",{'name':'" + name + "','type':'Output','max_flow':" + wanted + ",'cost':-" + worth + "}";
    }

    private static final String GROUP = ",{'name':'g','type':'EqualShare','nodes':['a','b']}";

    @ParameterizedTest
    @EnumSource
    void higherPrioritiesComeFirstAndLowerOnesLast(EngineKind engine) {
        var flows = run(
                engine,
                input(10) + user("first", 4, 30) + user("a", 6, 20) + user("b", 2, 20) + user("last", 5, 10) + GROUP,
                "['in','hub'],['hub','first'],['hub','a'],['hub','b'],['hub','last']");
        assertThat(flows.get("first")).isCloseTo(4, within(ROUNDING));
        assertThat(flows.get("a")).isCloseTo(4.5, within(ROUNDING));
        assertThat(flows.get("b")).isCloseTo(1.5, within(ROUNDING));
        assertThat(flows.get("last")).isCloseTo(0, within(ROUNDING));
        assertThat(flows.get("g")).isCloseTo(6, within(ROUNDING));
    }

    @ParameterizedTest
    @EnumSource
    void whatACanalLosesIsBorneByAll(EngineKind engine) {
        var flows = run(
                engine,
                input(9) + user("a", 10, 20) + user("b", 10, 20) + GROUP
                        + ",{'name':'canal','type':'LossLink','loss_factor':0.25}",
                "['in','hub'],['hub','a'],['hub','canal'],['canal','b']");
        // t x 10 + t x 10 x 1.25 = 9
        assertThat(flows.get("a")).isCloseTo(4, within(ROUNDING));
        assertThat(flows.get("b")).isCloseTo(4, within(ROUNDING));
    }

    @ParameterizedTest
    @EnumSource
    void whereALicenceStopsOneTheOthersGoOn(EngineKind engine) {
        var flows = run(
                engine,
                input(12) + user("a", 10, 20) + user("b", 10, 20) + user("c", 20, 20)
                        + ",{'name':'g','type':'EqualShare','nodes':['a','b','c']}"
                        + ",{'name':'v','type':'VirtualStorage','nodes':['a'],'max_volume':5,'initial_volume':1}",
                "['in','hub'],['hub','a'],['hub','b'],['hub','c']");
        assertThat(flows.get("a")).isCloseTo(1, within(ROUNDING));
        assertThat(flows.get("b")).isCloseTo(11.0 / 3, within(ROUNDING));
        assertThat(flows.get("c")).isCloseTo(22.0 / 3, within(ROUNDING));
    }

    @ParameterizedTest
    @EnumSource
    void aStoreGivesWaterOnlyToThoseWhoAreWorthIt(EngineKind engine) {
        String nodes = "{'name':'in','type':'Input','max_flow':0},{'name':'r','type':'Storage','max_volume':100,"
                + "'initial_volume':8,'cost':-%s}" + user("a", 10, 20) + user("b", 30, 20) + GROUP;
        String edges = "['in','r'],['r','a'],['r','b']";
        var given = run(engine, nodes.formatted("5"), edges);
        assertThat(given.get("a")).isCloseTo(2, within(ROUNDING));
        assertThat(given.get("b")).isCloseTo(6, within(ROUNDING));
        assertThat(run(engine, nodes.formatted("25"), edges).get("g")).isCloseTo(0, within(ROUNDING));
    }

    @ParameterizedTest
    @EnumSource
    void oneWhoWantsNothingAndOneWhoIsDryChangeNothing(EngineKind engine) {
        var flows = run(
                engine,
                input(6) + user("a", 10, 20) + user("b", 0, 20) + user("c", 10, 20) + user("d", 10, 20)
                        + ",{'name':'dry','type':'Input','max_flow':0}"
                        + ",{'name':'g','type':'EqualShare','nodes':['a','b','c','d']}",
                "['in','hub'],['hub','a'],['hub','b'],['hub','d'],['dry','c']");
        assertThat(flows.get("a")).isCloseTo(3, within(ROUNDING));
        assertThat(flows.get("d")).isCloseTo(3, within(ROUNDING));
        assertThat(flows.get("c")).isCloseTo(0, within(ROUNDING));
    }

    @ParameterizedTest
    @EnumSource
    void groupsOfDifferentPriorityDoNotMix(EngineKind engine) {
        var flows = run(
                engine,
                input(10) + user("a", 4, 30) + user("b", 4, 30) + user("c", 10, 20) + user("d", 30, 20) + GROUP
                        + ",{'name':'h','type':'EqualShare','nodes':['c','d']}",
                "['in','hub'],['hub','a'],['hub','b'],['hub','c'],['hub','d']");
        assertThat(flows.get("a")).isCloseTo(4, within(ROUNDING));
        assertThat(flows.get("b")).isCloseTo(4, within(ROUNDING));
        assertThat(flows.get("c")).isCloseTo(0.5, within(ROUNDING));
        assertThat(flows.get("d")).isCloseTo(1.5, within(ROUNDING));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'a'                | ''              | a group of 1 members
            'a','a'            | ''              | a member is named twice
            'a','hub'          | ''              | wants without end
            'a','c'            | ''              | no node "c"
            'a','b'            | ,'min_flow':1   | has a min_flow
            """)
    void refusesGroupsThatCannotShare(String members, String extra, String told) {
        String user = ",{'name':'b','type':'Output','max_flow':5" + (extra.equals("''") ? "" : extra) + "}";
        assertThatThrownBy(() -> run(
                        EngineKind.TREE,
                        input(6) + user("a", 5, 20) + user + ",{'name':'g','type':'EqualShare','nodes':[" + members
                                + "]}",
                        "['in','hub'],['hub','a'],['hub','b']"))
                .isInstanceOf(BasinException.class)
                .hasMessageContaining(told)
                .message()
                .matches("(?s).*\\RMaybe .*");
    }
}
