package org.darya.bench.basin;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.darya.basin.run.Assembly;
import org.darya.basin.run.ModelDocument;
import org.darya.basin.run.Simulation;
import org.darya.basin.solve.EngineKind;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One year of daily steps, run again and again with the bases of the run before. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class YearBenchmark {

    /** Network of the speed table. */
    @Param({"cascade5", "cascade25", "random50x5", "aral"})
    public String network = "";

    /** Number of scenarios. */
    @Param({"1", "100"})
    public int scenarios;

    private Simulation simulation = new Simulation(java.util.List.of(), EngineKind.TREE);

    /** Builds the network. */
    @Setup
    public void build() {
        Path root = Path.of(System.getProperty("darya.root", "."));
        ModelDocument document =
                switch (network) {
                    case "cascade5" -> Networks.cascade(root, 20, 1, scenarios);
                    case "cascade25" -> Networks.cascade(root, 100, 1, scenarios);
                    case "random50x5" -> Networks.random(50, 5, 1, scenarios);
                    default -> Networks.aral(root, 1, 1, scenarios);
                };
        simulation = new Simulation(new Assembly(document).build(0, scenarios), EngineKind.TREE);
    }

    /** Runs the year. */
    @Benchmark
    public void year() {
        simulation.run();
    }
}
