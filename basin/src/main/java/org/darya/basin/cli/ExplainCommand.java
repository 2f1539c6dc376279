package org.darya.basin.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.darya.basin.BasinException;
import org.darya.basin.design.Readable;
import org.darya.basin.explain.Explainer;
import org.darya.basin.explain.Explanation;
import org.darya.basin.run.Assembly;
import org.darya.basin.time.Step;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "explain", mixinStandardHelpOptions = true, description = "Says why a node got what it got.")
final class ExplainCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "MODEL", description = "Model in YAML or Pywr JSON.")
    private Path file = Path.of("model.yaml");

    @Parameters(index = "1", paramLabel = "NODE", description = "Name of the node.")
    private String node = "";

    @Parameters(index = "2", paramLabel = "STEP", description = "Number of the step from 0, or a date in it.")
    private String step = "0";

    @Option(names = "--scenario", description = "Number of the scenario from 0 (default: ${DEFAULT-VALUE}).")
    private int scenario;

    @Override
    public Integer call() {
        Assembly assembly = new Assembly(Readable.read(file));
        Explanation answer = Explainer.explain(assembly, node, find(assembly), scenario);
        PrintWriter out = spec.commandLine().getOut();
        out.println(answer.sentence());
        if (!answer.limits().isEmpty()) {
            out.printf(
                    Locale.ROOT, "%n%-28s %-34s %14s %14s%n", "limit, the nearest first", "", "bound", "shadow price");
            for (Explanation.Limit limit : answer.limits()) {
                out.printf(
                        Locale.ROOT,
                        "%-28s %-34s %14.6g %14.6g%n",
                        limit.name(),
                        limit.kind(),
                        limit.bound(),
                        limit.price());
            }
        }
        return 0;
    }

    private int find(Assembly assembly) {
        if (step.matches("\\d+")) {
            return Integer.parseInt(step);
        }
        LocalDate day;
        try {
            day = LocalDate.parse(step);
        } catch (java.time.format.DateTimeParseException e) {
            throw new BasinException("step", "\"" + step + "\" is neither a number nor a date", "write 2005-07-15.");
        }
        for (Step candidate : assembly.timeline().steps()) {
            if (!day.isBefore(candidate.start()) && day.isBefore(candidate.end())) {
                return candidate.index();
            }
        }
        throw new BasinException(
                "step",
                day + " is outside the run",
                "it lasts from " + assembly.timeline().steps().get(0).start() + ".");
    }
}
