package org.darya.basin.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.darya.basin.design.Readable;
import org.darya.basin.optimise.Foresight;
import org.darya.basin.run.Assembly;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "foresight",
        mixinStandardHelpOptions = true,
        description = "Says what could be had if the future were known.")
final class ForesightCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "MODEL", description = "Model in YAML or Pywr JSON.")
    private Path file = Path.of("model.yaml");

    @Option(names = "--scenario", description = "Number of the scenario from 0 (default: ${DEFAULT-VALUE}).")
    private int scenario;

    @Override
    public Integer call() {
        Foresight found = Foresight.of(new Assembly(Readable.read(file)), scenario);
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                Locale.ROOT,
                "cost of the run %.6g, with perfect foresight %.6g: at most %.6g can be gained%n%n",
                found.simulated(),
                found.foreseen(),
                Math.max(0, found.simulated() - found.foreseen()));
        out.printf(Locale.ROOT, "%-36s %14s %14s%n", "volume over the run", "simulated", "foresight");
        found.gains()
                .forEach((name, volumes) ->
                        out.printf(Locale.ROOT, "%-36s %14.6g %14.6g%n", name, volumes[0], volumes[1]));
        return 0;
    }
}
