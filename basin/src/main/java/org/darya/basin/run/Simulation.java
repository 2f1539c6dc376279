package org.darya.basin.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.darya.basin.BasinException;
import org.darya.basin.model.Parameter;
import org.darya.basin.model.Quantity;
import org.darya.basin.model.Rhythm;
import org.darya.basin.network.Network;
import org.darya.basin.recorder.Recorder;
import org.darya.basin.solve.Engine;
import org.darya.basin.solve.EngineKind;
import org.darya.basin.solve.NoPlanException;
import org.darya.basin.time.Step;

/**
 * Runs models through their steps. In each step, model after model: accounts are renewed, parameters are calculated from
 * the state before the step, each scenario is solved, volumes are brought forward, parameters and recorders take note.
 */
public final class Simulation {

    private final List<Model> models;
    private final List<Engine> engines = new ArrayList<>();
    private final List<Recorder[]> recorders = new ArrayList<>();
    private final List<Parameter[]> parameters = new ArrayList<>();
    private final List<Parameter[]> busy = new ArrayList<>();
    private final List<Rhythm> slow = new ArrayList<>();
    private final List<Parameter[]> remembering = new ArrayList<>();

    /** Prepares models that step together. */
    public Simulation(List<Model> models, EngineKind kind) {
        this.models = List.copyOf(models);
        for (Model model : models) {
            engines.add(kind.create(model.network().problem(), model.scenarios().size()));
            recorders.add(model.recorders().toArray(Recorder[]::new));
            model.parameters().forEach(Simulation::calculateOnce);
            parameters.add(varying(model).toArray(Parameter[]::new));
            busy.add(varying(model)
                    .filter(parameter -> parameter.rhythm() == Rhythm.STEP)
                    .toArray(Parameter[]::new));
            slow.add(varying(model)
                    .map(Parameter::rhythm)
                    .filter(rhythm -> rhythm != Rhythm.STEP)
                    .reduce(Rhythm.NEVER, Rhythm::and));
            remembering.add(
                    model.parameters().stream().filter(Parameter::remembers).toArray(Parameter[]::new));
        }
    }

    private static Stream<Parameter> varying(Model model) {
        return model.parameters().stream().filter(parameter -> !parameter.constant());
    }

    private static void calculateOnce(Parameter parameter) {
        if (parameter.constant()) {
            Quantity.of(parameter);
        }
    }

    /** The models. */
    public List<Model> models() {
        return models;
    }

    /** Number of pivots of all engines so far. */
    public long pivots() {
        return engines.stream().mapToLong(Engine::pivots).sum();
    }

    /** Runs from the first step to the last. */
    public void run(Observer... observers) {
        runTo(models.get(0).timeline().steps().size() - 1, observers);
    }

    /** Leaves the prices of the problem that a scenario was solved with last in that problem. */
    public void price(Model model, int scenario) {
        engines.get(models.indexOf(model)).prices(scenario);
    }

    /** Runs from the first step to the one with the number {@code last}. */
    public void runTo(int last, Observer... observers) {
        start();
        advance(0, last, observers);
    }

    /** Goes back to before the first step. */
    void start() {
        List<Step> steps = models.get(0).timeline().steps();
        for (int m = 0; m < models.size(); m++) {
            reset(m, steps.get(0), steps.size());
        }
    }

    /** Runs the steps from one to another, both inclusive; the one before must have been run. */
    void advance(int first, int last, Observer... observers) {
        for (Step step : models.get(0).timeline().steps().subList(first, last + 1)) {
            for (int m = 0; m < models.size(); m++) {
                step(m, step, observers);
            }
        }
    }

    private void reset(int m, Step first, int steps) {
        Model model = models.get(m);
        // stores may start with a volume that a parameter gives
        for (Parameter parameter : parameters.get(m)) {
            parameter.reset(first);
        }
        model.network().reset();
        for (Recorder recorder : recorders.get(m)) {
            recorder.reset(steps, model.scenarios().size());
        }
    }

    private void step(int m, Step step, Observer[] observers) {
        Model model = models.get(m);
        Network network = model.network();
        network.before(step);
        Parameter[] all = parameters.get(m);
        // most steps lie within a month, in which what goes by months stands still
        boolean within = step.index() > 0
                && !slow.get(m).beats(step, model.timeline().steps().get(step.index() - 1));
        for (Parameter parameter : within ? busy.get(m) : all) {
            parameter.calculate(step);
        }
        if (step.index() == 0 && network.start()) {
            // the first volumes were not known when the parameters looked at them
            for (Parameter parameter : all) {
                parameter.reset(step);
                parameter.calculate(step);
            }
        }
        Engine engine = engines.get(m);
        int size = model.scenarios().size();
        for (int s = 0; s < size; s++) {
            try {
                network.load(step, s);
                engine.solve(s);
            } catch (NoPlanException e) {
                throw noPlan(occasion(model, step, s), e);
            } catch (BasinException e) {
                throw e.in(occasion(model, step, s));
            }
            network.unload(step, s);
            for (Observer observer : observers) {
                observer.solved(model, step, s);
            }
        }
        for (Parameter parameter : remembering.get(m)) {
            parameter.after(step);
        }
        for (Recorder recorder : recorders.get(m)) {
            recorder.after(step);
        }
        for (Observer observer : observers) {
            observer.stepped(model, step);
        }
    }

    private static String occasion(Model model, Step step, int s) {
        return "step " + step.index() + " (" + step.start() + ") scenario "
                + Arrays.toString(model.scenarios().combinations().get(s));
    }

    private static BasinException noPlan(String where, NoPlanException e) {
        return new BasinException(
                where,
                "there is no plan: " + e.getMessage() + "; involved are " + e.involved(),
                "a min_flow cannot be met; make it a wish: a negative cost on a bounded flow (RiverGauge).");
    }
}
