package org.darya.basin.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.darya.basin.conformance.Conformance;
import org.darya.basin.conformance.Verdict;
import org.darya.basin.solve.EngineKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "conformance",
        mixinStandardHelpOptions = true,
        description = "Runs reference cases and prints a table.")
final class ConformanceCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "DIR", description = "Folder with cases, at any depth.")
    private Path folder = Path.of(".");

    @Option(names = "--engine", description = "REFERENCE or TREE (default: ${DEFAULT-VALUE}).")
    private EngineKind engine = EngineKind.TREE;

    @Option(names = "--failures", description = "Print only what does not agree.")
    private boolean failuresOnly;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Map<Verdict.Outcome, Integer> counts = new EnumMap<>(Verdict.Outcome.class);
        out.printf(
                Locale.ROOT, "%-52s %-20s %-5s %10s %9s  %s%n", "case", "comparison", "", "worst", "numbers", "note");
        for (Path path : Conformance.find(folder)) {
            Verdict verdict = Conformance.run(path, engine);
            counts.merge(verdict.outcome(), 1, Integer::sum);
            if (!failuresOnly || verdict.outcome() == Verdict.Outcome.FAIL) {
                print(out, verdict);
            }
        }
        out.printf(
                Locale.ROOT,
                "%d agree, %d do not, %d need Python%n",
                counts.getOrDefault(Verdict.Outcome.PASS, 0),
                counts.getOrDefault(Verdict.Outcome.FAIL, 0),
                counts.getOrDefault(Verdict.Outcome.NOT_APPLICABLE, 0));
        return counts.containsKey(Verdict.Outcome.FAIL) ? 1 : 0;
    }

    private static void print(PrintWriter out, Verdict verdict) {
        String label = switch (verdict.outcome()) {
            case PASS -> "ok";
            case FAIL -> "FAIL";
            case NOT_APPLICABLE -> "n/a";
        };
        out.printf(
                Locale.ROOT,
                "%-52s %-20s %-5s %10.2e %9d  %s%n",
                verdict.name(),
                verdict.wanted(),
                label,
                verdict.worst(),
                verdict.compared(),
                verdict.note().replace(System.lineSeparator(), " "));
    }
}
