package org.darya.basin.explain;

import org.darya.basin.BasinException;
import org.darya.basin.run.Assembly;
import org.darya.basin.run.Model;
import org.darya.basin.run.Observer;
import org.darya.basin.run.Simulation;
import org.darya.basin.solve.EngineKind;
import org.darya.basin.time.Step;
import org.jspecify.annotations.Nullable;

/** Runs a model up to a step and explains a node there. */
public final class Explainer implements Observer {

    private final Simulation simulation;
    private final String node;
    private final int step;
    private @Nullable Explanation answer;

    private Explainer(Simulation simulation, String node, int step) {
        this.simulation = simulation;
        this.node = node;
        this.step = step;
    }

    /** Explains a node in a step of one scenario. */
    public static Explanation explain(Assembly assembly, String node, int step, int scenario) {
        if (step < 0 || step >= assembly.timeline().steps().size()) {
            throw new BasinException(
                    "step " + step,
                    "the run has steps 0 to " + (assembly.timeline().steps().size() - 1),
                    "give the date instead.");
        }
        if (scenario < 0 || scenario >= assembly.scenarios().size()) {
            throw new BasinException(
                    "scenario " + scenario,
                    "there are scenarios 0 to " + (assembly.scenarios().size() - 1),
                    "count from 0.");
        }
        Simulation simulation = new Simulation(assembly.build(scenario, scenario + 1), EngineKind.TREE);
        Explainer explainer = new Explainer(simulation, node, step);
        simulation.models().get(simulation.models().size() - 1).node(node);
        simulation.runTo(step, explainer);
        if (explainer.answer == null) {
            throw new BasinException("step " + step, "it was not reached", "an earlier step has no plan.");
        }
        return explainer.answer;
    }

    @Override
    public void solved(Model model, Step at, int scenario) {
        if (at.index() == step
                && model.network().nodes().stream().anyMatch(n -> n.name().equals(node))) {
            simulation.price(model, scenario);
            answer = Explanation.of(model, model.node(node), scenario);
        }
    }
}
