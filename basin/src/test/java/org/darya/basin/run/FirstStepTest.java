package org.darya.basin.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.darya.basin.model.Store;
import org.darya.basin.read.Json;
import org.darya.basin.solve.EngineKind;
import org.darya.basin.time.Step;
import org.junit.jupiter.api.Test;

/** What holds before there is anything to look back at, as the documentation of Pywr 1.x says it. */
class FirstStepTest {

    private static final String NODES =
            "{'name':'in','type':'Input','max_flow':10},{'name':'out','type':'Output','max_flow':%s,'cost':-1}";

    private static List<double[]> run(String extra, String demand, String parameters, String seen) {
        String json = ("{'timestepper':{'start':'2015-01-01','end':'2015-01-03','timestep':1},'nodes':["
                        + NODES.formatted(demand) + extra + "],'edges':[['in','out']],'parameters':{" + parameters
                        + "}}")
                .replace('\'', '"');
        Assembly assembly = new Assembly(ModelDocument.of(Json.parse("test", json), Path.of(".")));
        List<double[]> rows = new ArrayList<>();
        new Simulation(assembly.build(0, 1), EngineKind.TREE).run(new Observer() {
            @Override
            public void stepped(Model model, Step step) {
                var node = model.node(seen);
                rows.add(new double[] {node.flow[0], node instanceof Store store ? store.volume[0] : 0});
            }
        });
        return rows;
    }

    @Test
    void aNodeThresholdIsOffWhileThereIsNoFlowToCompare() {
        var rows = run(
                "",
                "'d'",
                "'d':{'type':'nodethreshold','node':'in','threshold':100,'predicate':'LT','values':[3,7]}",
                "out");
        assertThat(rows).extracting(row -> row[0]).containsExactly(3.0, 7.0, 7.0);
    }

    @Test
    void anAnnualLicencePastItsDayIsFullAtOnce() {
        String licence =
                ",{'name':'v','type':'AnnualVirtualStorage','nodes':['in'],'max_volume':100,'initial_volume':5,"
                        + "'reset_day':1,'reset_month':1}";
        assertThat(run(licence, "4", "", "v")).extracting(row -> row[1]).containsExactly(96.0, 92.0, 88.0);
    }

    @Test
    void anAnnualLicenceBeforeItsDayStartsAsGiven() {
        String licence =
                ",{'name':'v','type':'AnnualVirtualStorage','nodes':['in'],'max_volume':100,'initial_volume':9,"
                        + "'reset_day':1,'reset_month':4}";
        assertThat(run(licence, "4", "", "v")).extracting(row -> row[1]).containsExactly(5.0, 1.0, 0.0);
    }

    @Test
    void theShareOfAPlainVolumeWinsOverTheVolume() {
        String store = ",{'name':'s','type':'Storage','max_volume':50,'initial_volume':1,'initial_volume_pc':0.5}";
        assertThat(run(store, "4", "", "s").get(0)[1]).isEqualTo(25);
    }
}
