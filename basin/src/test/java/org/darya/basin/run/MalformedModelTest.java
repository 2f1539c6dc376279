package org.darya.basin.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.darya.basin.BasinException;
import org.darya.basin.read.Json;
import org.darya.basin.solve.EngineKind;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is wrong with a model is told with the element's path and a line that begins "Maybe"; nothing hangs. */
class MalformedModelTest {

    private static final String TIME = "'timestepper':{'start':'2015-01-01','end':'2015-01-03','timestep':1}";
    private static final String EDGES = "'edges':[['in','mid'],['mid','out']]";

    private static void run(String json) {
        String text = json.replace('\'', '"');
        Assembly assembly = new Assembly(ModelDocument.of(Json.parse("test", text), Path.of(".")));
        new Simulation(assembly.build(0, assembly.scenarios().size()), EngineKind.TREE).run();
    }

    private static String nodes(String in, String mid, String out) {
        return "'nodes':[{'name':'in','type':'Input'" + in + "},{'name':'mid','type':'Link'" + mid
                + "},{'name':'out','type':'Output'" + out + "}]";
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            an infinite cost        | ,'max_flow':5 |                     | ,'cost':Infinity                    | out".cost
            NaN                     | ,'max_flow':NaN |                   |                                     | in".max_flow
            min above max           | ,'min_flow':5,'max_flow':3 |        |                                     | min_flow 5
            unknown parameter       | ,'max_flow':'q' |                   |                                     | no parameter
            unknown parameter type  | ,'max_flow':{'type':'magic'} |      |                                     | magic
            a text for a number     | ,'max_flow':true |                  |                                     | max_flow
            must but cannot         | ,'min_flow':9,'max_flow':9 |        | ,'max_flow':3                       | no plan
            unbounded gain          |               |                     | ,'cost':-1                          | nothing bounds
            a mistyped field        | ,'max_flw':5 |                     |                                     | max_flow
            a conversion factor     | ,'conversion_factor':2 |            |                                     | conversion_factor
            wrong profile length    | ,'max_flow':{'type':'monthlyprofile','values':[1,2]} | |                  | 2 values where 12
            """)
    void refuses(String what, String in, String mid, String out, String told) {
        assertThatThrownBy(() -> run("{" + TIME + "," + nodes(n(in), n(mid), n(out)) + "," + EDGES + "}"))
                .as(what)
                .isInstanceOf(BasinException.class)
                .hasMessageContaining(told)
                .message()
                .matches("(?s).*\\RMaybe .*");
    }

    private static String n(String text) {
        return text == null ? "" : text;
    }

    @Test
    void refusesNegativeVolumes() {
        assertThatThrownBy(() -> run("{" + TIME
                        + ",'nodes':[{'name':'r','type':'Storage','max_volume':-5,'initial_volume':0}],'edges':[]}"))
                .isInstanceOf(BasinException.class)
                .hasMessageContaining("max_volume");
    }

    @Test
    void refusesMissingEdgesAndUnknownEnds() {
        assertThatThrownBy(() -> run("{" + TIME + "," + nodes("", "", "") + ",'edges':[['in','mid']]}"))
                .isInstanceOf(BasinException.class)
                .hasMessageContaining("valid route");
        assertThatThrownBy(() -> run("{" + TIME + "," + nodes("", "", "") + ",'edges':[['in','nowhere']]}"))
                .isInstanceOf(BasinException.class)
                .hasMessageContaining("edges[0][1]");
        assertThatThrownBy(() -> run("{" + TIME + "," + nodes("", "", "") + ",'edges':[['in']]}"))
                .isInstanceOf(BasinException.class)
                .hasMessageContaining("edges[0]");
    }

    @Test
    void refusesCirclesThatPay() {
        assertThatThrownBy(() -> run("{" + TIME
                        + ",'nodes':[{'name':'in','type':'Input','max_flow':5},{'name':'a','type':'Link','cost':-1},"
                        + "{'name':'b','type':'Link'},{'name':'out','type':'Output'}],"
                        + "'edges':[['in','a'],['a','b'],['b','a'],['b','out']]}"))
                .isInstanceOf(BasinException.class)
                .hasMessageContaining("circle");
    }

    @Test
    void refusesParametersThatNeedThemselves() {
        assertThatThrownBy(
                        () -> run(
                                "{" + TIME + "," + nodes(",'max_flow':'a'", "", "") + "," + EDGES
                                        + ",'parameters':{'a':{'type':'negative','parameter':'b'},'b':{'type':'negative','parameter':'a'}}}"))
                .isInstanceOf(BasinException.class)
                .hasMessageContaining("needs itself");
    }

    private static void refused(String json, String... told) {
        var message = assertThatThrownBy(() -> run(json))
                .isInstanceOf(BasinException.class)
                .message();
        for (String part : told) {
            message.contains(part);
        }
        message.matches("(?s).*\\RMaybe .*");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            a least flow that rises above the greatest | ,'min_flow':{'type':'arrayindexed','values':[1,2,9]},'max_flow':5 | least flow 9.0 is above the greatest flow 5.0
            a negative greatest flow   | ,'max_flow':{'type':'arrayindexed','values':[5,-2,5]}    | greatest flow -2.0
            a bound that is no number  | ,'max_flow':{'type':'arrayindexed','values':[5,5,NaN]}   | not NaN
            a product of 0 and infinity | ,'max_flow':{'type':'aggregated','agg_func':'product','parameters':[0,Infinity]} | not a number
            an infinite least flow     | ,'min_flow':{'type':'arrayindexed','values':[1,Infinity,1]} | least flow of Infinity
            an infinite cost           | ,'max_flow':5,'cost':{'type':'arrayindexed','values':[1,1,-Infinity]} | a cost of -Infinity
            """)
    void refusesNumbersAsTheyCome(String what, String in, String told) {
        refused("{" + TIME + "," + nodes(in, "", "") + "," + EDGES + "}", "in", told);
    }

    @Test
    void saysInWhichStepAndScenarioANumberIsWrong() {
        refused(
                "{" + TIME + ",'scenarios':[{'name':'s','size':2}],"
                        + nodes(",'max_flow':{'type':'constantscenario','scenario':'s','values':[3,-1]}", "", "") + ","
                        + EDGES + "}",
                "nodes \"in\" in step 0 (2015-01-01) scenario [1]");
    }

    private static String store(String fields) {
        return "{" + TIME + ",'nodes':[{'name':'in','type':'Input','max_flow':1},{'name':'r','type':'Storage'," + fields
                + "},{'name':'out','type':'Output','max_flow':4,'cost':-1}],'edges':[['in','r'],['r','out']]}";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'max_volume':10,'initial_volume':-1                                             | initial_volume
            'max_volume':10,'initial_volume':NaN                                            | initial_volume
            'max_volume':10,'initial_volume':Infinity                                       | initial_volume
            'max_volume':10                                                                 | no initial volume
            'max_volume':10,'min_volume':20,'initial_volume':15                             | min_volume 20.0 is above max_volume 10.0
            'max_volume':10,'initial_volume_pc':1.5                                         | a share of 1.5
            'max_volume':Infinity,'initial_volume_pc':0.5                                   | a first volume of Infinity
            'max_volume':10,'initial_volume':{'type':'constant','value':-3}                 | a volume of -3.0
            'max_volume':10,'initial_volume':{'type':'arrayindexed','values':[-3,1,1]}      | a first volume of -3.0
            'max_volume':{'type':'arrayindexed','values':[10,-5,10]},'initial_volume':3     | min_volume 0.0 is not below max_volume -5.0
            'max_volume':'ten','initial_volume':3                                           | no parameter "ten"
            'max_volume':[10],'initial_volume':3                                            | max_volume
            """)
    void refusesVolumesThatAreNone(String fields, String told) {
        refused(store(fields), told);
    }

    @Test
    void aDemandWithoutEndDoesNotEmptyAReservoirBelowItsBottom() {
        String demand =
                store("'max_volume':10,'min_volume':2,'initial_volume':5").replace("'max_flow':4", "'max_flow':1e12");
        double[] least = {Double.MAX_VALUE};
        Assembly assembly = new Assembly(ModelDocument.of(Json.parse("test", demand.replace('\'', '"')), Path.of(".")));
        new Simulation(assembly.build(0, 1), EngineKind.TREE).run(new Observer() {
            @Override
            public void stepped(Model model, org.darya.basin.time.Step step) {
                least[0] = Math.min(least[0], ((org.darya.basin.model.Store) model.node("r")).volume[0]);
            }
        });
        assertThat(least[0]).isEqualTo(2);
    }

    @Test
    void refusesCalendarsThatAreNone() {
        String rest = "," + nodes("", "", "") + "," + EDGES + "}";
        refused("{'metadata':{}" + rest, "'timestepper' is missing");
        refused("{'timestepper':[]" + rest, "timestepper");
        refused("{'timestepper':{'start':'2015-01-01','end':'2014-01-01','timestep':1}" + rest, "before it starts");
        refused("{'timestepper':{'start':'2015-02-30','end':'2016-01-01','timestep':1}" + rest, "2015-02-30");
        refused("{'timestepper':{'start':'2015-01-01','end':'2016-01-01','timestep':0}" + rest, "time step of 0 days");
        refused("{'timestepper':{'start':'2015-01-01','end':'2016-01-01','timestep':'1H'}" + rest, "\"1H\"");
        refused(
                "{'timestepper':{'start':'2015-01-01','end':'2016-01-01','timestep':'99999999999999D'}" + rest,
                "time step");
        refused("{'timestepper':{'start':'0001-01-01','end':'9999-12-31','timestep':1}" + rest, "more than");
    }

    @Test
    void refusesScenariosThatAreNone() {
        String rest = "," + nodes("", "", "") + "," + EDGES + "}";
        refused("{" + TIME + ",'scenarios':[{'name':'s','size':0}]" + rest, "a scenario of size 0");
        refused("{" + TIME + ",'scenarios':[{'name':'s','size':2000000000}]" + rest, "size 2000000000");
        refused("{" + TIME + ",'scenarios':[{'size':2}]" + rest, "'name' is missing");
        refused("{" + TIME + ",'scenarios':{'name':'s'}" + rest, "a list is expected");
        refused(
                "{" + TIME + ",'scenarios':[{'name':'s','size':2}],'scenario_combinations':[]" + rest,
                "no combination");
        refused("{" + TIME + ",'scenarios':[{'name':'s','size':2}],'scenario_combinations':[[2]]" + rest, "index 2");
    }

    @Test
    void refusesNamesThatStandTwice() {
        refused(
                "{" + TIME + ",'nodes':[{'name':'in','type':'Input'},{'name':'in','type':'Output'}],'edges':[]}",
                "nodes[1] \"in\"",
                "a second node has this name");
        refused("{" + TIME + "," + nodes("", "", "") + "," + EDGES + ",'parameters':{'a':1,'a':2}}", "Duplicate");
    }

    @Test
    void namesWhatWasProbablyMeant() {
        refused(
                "{" + TIME + "," + nodes("", "", "") + ",'edges':[['in','mid'],['mid','ouT']]}",
                "edges[1][1]",
                "\"out\" is meant");
        refused(
                "{" + TIME + "," + nodes(",'max_flow':'inflw'", "", "") + "," + EDGES + ",'parameters':{'inflow':3}}",
                "\"inflow\" is meant");
    }

    @Test
    void refusesWhatIsNoModel() {
        refused("[1,2]", "a JSON object is expected");
        refused("", "no");
        refused("{", "not JSON");
        refused("{'nodes':[}", "line 1 column");
        refused("{}", "timestepper");
        refused("{" + TIME + "}", "no nodes");
        refused("{" + TIME + ",'nodes':{'a':1},'edges':[]}", "nodes: a list is expected");
        refused("{" + TIME + ",'nodes':[5],'edges':[]}", "nodes[0]");
        refused("{" + TIME + ",'nodes':[{'name':5,'type':'Input'}],'edges':[]}", "nodes[0].name");
        refused("{" + TIME + ",'nodes':[{'name':'a','type':'Spring'}],'edges':[]}", "Spring");
        refused("{" + TIME + ",'nodes':[{'name':'a'}],'edges':[]}", "'type' is missing");
    }

    @Test
    void refusesWhatIsNestedWithoutEnd() {
        String lists = "[".repeat(100_000) + "]".repeat(100_000);
        refused("{" + TIME + "," + nodes("", "", "") + ",'edges':" + lists + "}", "nesting depth");
        String inner = "{'type':'negative','parameter':".repeat(450) + "1" + "}".repeat(450);
        // deep, but within what JSON may be: an even number of signs
        run("{" + TIME + "," + nodes(",'max_flow':" + inner, "", "") + "," + EDGES + "}");
    }

    @Test
    void readsAChainOfManyParametersOrRefusesIt() {
        StringBuilder chain = new StringBuilder("'p0':3");
        for (int i = 1; i <= 100_000; i++) {
            chain.append(",'p")
                    .append(i)
                    .append("':{'type':'max','threshold':0,'parameter':'p")
                    .append(i - 1)
                    .append("'}");
        }
        String json = "{" + TIME + "," + nodes(",'max_flow':'p100000'", "", "") + "," + EDGES + ",'parameters':{"
                + chain + "}}";
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            try {
                run(json);
            } catch (BasinException e) {
                assertThat(e).hasMessageContaining("nested too deep");
            }
        });
    }

    @Test
    void refusesTextWithAPieceMissing() {
        String good = ("{" + TIME + "," + nodes(",'max_flow':5", "", "") + "," + EDGES + "}").replace('\'', '"');
        run(good);
        for (int length = 0; length < good.length(); length++) {
            String piece = good.substring(0, length);
            assertThatThrownBy(() -> run(piece)).isInstanceOf(BasinException.class);
        }
    }
}
