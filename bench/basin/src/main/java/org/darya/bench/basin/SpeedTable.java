package org.darya.bench.basin;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.Locale;
import org.darya.basin.run.Assembly;
import org.darya.basin.run.ModelDocument;
import org.darya.basin.run.Parallel;
import org.darya.basin.run.Simulation;
import org.darya.basin.solve.EngineKind;

/** Prints scenario-steps a second, set-up excluded: the best of several runs in one process, by the clock of the thread. */
public final class SpeedTable {

    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
    private static final Path ROOT = Path.of(System.getProperty("darya.root", "."));

    private SpeedTable() {}

    /** {@code table [name]} or {@code long [years scenarios]}. */
    public static void main(String[] arguments) {
        if (arguments.length > 0 && arguments[0].equals("long")) {
            longRun(arguments);
            return;
        }
        String only = arguments.length > 1 ? arguments[1] : "";
        System.out.printf("%-16s %9s %7s %12s %10s %12s%n", "network", "scenarios", "steps", "steps/s", "ns/step", "pivots/step");
        for (int scenarios : only.isEmpty() || arguments.length < 3 ? new int[] {1, 10, 100, 1000} : new int[] {Integer.parseInt(arguments[2])}) {
            row(only, "cascade 5", Networks.cascade(ROOT, 20, scenarios > 100 ? 1 : 10, scenarios), scenarios);
            row(only, "cascade 25", Networks.cascade(ROOT, 100, scenarios > 100 ? 1 : 10, scenarios), scenarios);
            row(only, "random 50x5", Networks.random(50, 5, scenarios >= 100 ? 1 : 4, scenarios), scenarios);
            row(only, "Aral pilot daily", Networks.aral(ROOT, 1, scenarios >= 100 ? 1 : 10, scenarios), scenarios);
            row(only, "Aral pilot 10day", Networks.aral(ROOT, 10, scenarios >= 100 ? 10 : 40, scenarios), scenarios);
        }
    }

    private static void row(String only, String name, ModelDocument document, int scenarios) {
        if (!name.startsWith(only)) {
            return;
        }
        Assembly assembly = new Assembly(document);
        int steps = assembly.timeline().steps().size();
        double best = Double.POSITIVE_INFINITY;
        double pivots = 0;
        // by the clock of the thread, so that other work on the machine does not take the time to warm up
        long until = CLOCK.getCurrentThreadCpuTime() + 4_000_000_000L;
        for (int repeat = 0; repeat < 5000 && CLOCK.getCurrentThreadCpuTime() < until; repeat++) {
            Simulation simulation = new Simulation(assembly.build(0, scenarios), EngineKind.TREE);
            long start = CLOCK.getCurrentThreadCpuTime();
            simulation.run();
            best = Math.min(best, CLOCK.getCurrentThreadCpuTime() - start);
            pivots = simulation.pivots();
        }
        double solves = (double) steps * scenarios;
        System.out.printf(
                Locale.ROOT, "%-16s %9d %7d %12.0f %10.0f %12.3f%n", name, scenarios, steps, solves / best * 1e9, best / solves, pivots / solves);
    }

    private static void longRun(String[] arguments) {
        int years = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100;
        int scenarios = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1000;
        Assembly assembly = new Assembly(Networks.aral(ROOT, 10, years, scenarios));
        for (int repeat = 0; repeat < 3; repeat++) {
            System.gc();
            long start = System.nanoTime();
            int threads = Runtime.getRuntime().availableProcessors();
            Parallel.run(assembly, EngineKind.TREE, threads, 50, (simulation, from) -> simulation.run());
            double seconds = (System.nanoTime() - start) / 1e9;
            double solves = (double) assembly.timeline().steps().size() * scenarios;
            System.out.printf(
                    Locale.ROOT,
                    "Aral pilot, %d scenarios x %d years x 10-day steps on %d threads: %.2f s, %.0f steps/s%n",
                    scenarios, years, threads, seconds, solves / seconds);
        }
    }
}
