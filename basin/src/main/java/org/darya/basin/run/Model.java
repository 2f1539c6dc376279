package org.darya.basin.run;

import java.util.List;
import org.darya.basin.model.Node;
import org.darya.basin.model.Parameter;
import org.darya.basin.network.Network;
import org.darya.basin.recorder.Recorder;
import org.darya.basin.scenario.Scenarios;
import org.darya.basin.time.Timeline;

/**
 * A model that is ready to run for a block of scenarios.
 *
 * @param name name among sub-models; empty for a single model
 * @param title title
 * @param timeline the steps
 * @param scenarios the combinations of the block
 * @param parameters parameters in the order in which they are calculated
 * @param network the nodes and the problem of a step
 * @param recorders recorders in the order of the model
 */
public record Model(
        String name,
        String title,
        Timeline timeline,
        Scenarios scenarios,
        List<Parameter> parameters,
        Network network,
        List<Recorder> recorders) {

    /** The node of a name. */
    public Node node(String nodeName) {
        return network.nodes().stream()
                .filter(node -> node.name().equals(nodeName))
                .findFirst()
                .orElseThrow(() -> new org.darya.basin.BasinException(
                        "node \"" + nodeName + '"', "there is no such node", "names are case-sensitive."));
    }
}
