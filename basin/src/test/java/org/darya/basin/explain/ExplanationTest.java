package org.darya.basin.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.darya.basin.read.Json;
import org.darya.basin.run.Assembly;
import org.darya.basin.run.ModelDocument;
import org.junit.jupiter.api.Test;

/** The limit on the way, its price and the sentence. */
class ExplanationTest {

    private static Explanation explain(String nodes) {
        return explain(nodes, "['spring','canal'],['canal','fields'],['spring','town']");
    }

    private static Explanation explain(String nodes, String edges) {
        String json = "{'timestepper':{'start':'2015-01-01','end':'2015-01-02','timestep':1},'nodes':[" + nodes
                + "],'edges':[" + edges + "]}";
        return Explainer.explain(
                new Assembly(ModelDocument.of(Json.parse("test", json.replace('\'', '"')), Path.of("."))),
                "fields",
                1,
                0);
    }

    @Test
    void aCanalThatIsFullIsTheLimit() {
        Explanation answer = explain(
                "{'name':'spring','type':'Input','max_flow':50,'cost':1},{'name':'canal','type':'Link','max_flow':3},"
                        + "{'name':'fields','type':'Output','max_flow':12,'cost':-10},{'name':'town','type':'Output','max_flow':5,'cost':-20}");
        assertThat(answer.got()).isCloseTo(3, within(1e-9));
        assertThat(answer.limits().get(0).name()).isEqualTo("canal");
        assertThat(answer.limits().get(0).price()).isCloseTo(9, within(1e-5));
        assertThat(answer.sentence()).contains("25 %").contains("\"canal\" is full");
    }

    @Test
    void aDrySpringAndThoseServedFirstAreTheLimit() {
        Explanation answer = explain(
                "{'name':'spring','type':'Input','max_flow':6,'cost':1},{'name':'canal','type':'Link','max_flow':30},"
                        + "{'name':'fields','type':'Output','max_flow':12,'cost':-10},{'name':'town','type':'Output','max_flow':5,'cost':-20}");
        assertThat(answer.got()).isCloseTo(1, within(1e-9));
        assertThat(answer.limits()).extracting(Explanation.Limit::name).contains("spring", "town");
        assertThat(answer.worth()).isCloseTo(10, within(1e-5));
    }

    private static final String ZONED = "{'name':'spring','type':'Input','min_flow':2,'max_flow':2},"
            + "{'name':'dam','type':'Storage','max_volume':100,'initial_volume':%s,'zones':["
            + "{'name':'below its rule curve','to':50,'cost':-30},{'name':'above its rule curve','cost':-1}]},"
            + "{'name':'canal','type':'Link'},{'name':'fields','type':'Output','max_flow':8,'cost':-10},"
            + "{'name':'town','type':'Output','max_flow':1,'cost':-20}";

    private static Explanation zoned(double initial) {
        return explain(ZONED.formatted(initial), "['spring','dam'],['dam','canal'],['canal','fields'],['dam','town']");
    }

    @Test
    void aZoneThatIsFilledFirstIsNamed() {
        // after a day there are 47 in the reservoir, and the rule wants 50
        Explanation answer = zoned(45);
        assertThat(answer.got()).isCloseTo(0, within(1e-9));
        assertThat(answer.limits()).extracting(Explanation.Limit::name).contains("dam (below its rule curve)");
        assertThat(answer.sentence())
                .contains("\"dam (below its rule curve)\" is filled first (3.000)")
                .doesNotContain("canal");
    }

    @Test
    void aZoneThatIsEmptyIsNamed() {
        // the rule is reached, and what the river brings is shared
        Explanation answer = zoned(50);
        assertThat(answer.got()).isCloseTo(1, within(1e-9));
        assertThat(answer.worth()).isCloseTo(10, within(1e-5));
        assertThat(answer.sentence())
                .contains("\"dam (below its rule curve)\" keeps its water (50.00)")
                .contains("\"dam (above its rule curve)\" is empty (0.000)");
    }

    @Test
    void aDemandThatIsServedAsksNoZone() {
        assertThat(zoned(90).sentence()).contains("got all");
    }
}
