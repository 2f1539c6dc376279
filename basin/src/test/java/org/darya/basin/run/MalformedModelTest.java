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

    @Test
    void solvesTenThousandNodes() {
        StringBuilder nodes = new StringBuilder("'nodes':[{'name':'in','type':'Input','max_flow':50}");
        StringBuilder edges = new StringBuilder("'edges':[");
        String above = "in";
        for (int i = 0; i < 5_000; i++) {
            nodes.append(",{'name':'l")
                    .append(i)
                    .append("','type':'Link','max_flow':")
                    .append(1000 + i)
                    .append("}");
            nodes.append(",{'name':'d")
                    .append(i)
                    .append("','type':'Output','max_flow':0.005,'cost':-")
                    .append(1 + i % 7)
                    .append("}");
            edges.append(i == 0 ? "" : ",")
                    .append("['")
                    .append(above)
                    .append("','l")
                    .append(i)
                    .append("'],['l")
                    .append(i)
                    .append("','d")
                    .append(i)
                    .append("']");
            above = "l" + i;
        }
        String json = "{" + TIME + "," + nodes + "]," + edges + "]}";
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> run(json));
        assertThat(json).hasSizeGreaterThan(100_000);
    }
}
