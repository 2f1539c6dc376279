package org.darya.basin.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.darya.basin.BasinException;
import org.darya.basin.design.Readable;
import org.darya.basin.picture.RunPictures;
import org.darya.basin.result.Allocation;
import org.darya.basin.result.Ledger;
import org.darya.basin.result.Observed;
import org.darya.basin.result.ResultFiles;
import org.darya.basin.result.Surface;
import org.darya.basin.run.Assembly;
import org.darya.basin.run.Ensemble;
import org.darya.basin.run.ModelDocument;
import org.darya.basin.solve.EngineKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "run", mixinStandardHelpOptions = true, description = "Runs a model and writes results and pictures.")
final class RunCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "MODEL", description = "Model in YAML or Pywr JSON.")
    private Path file = Path.of("model.yaml");

    @Option(names = "--out", description = "Folder for results (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("results");

    @Option(names = "--engine", description = "REFERENCE or TREE (default: ${DEFAULT-VALUE}).")
    private EngineKind engine = EngineKind.TREE;

    @Option(names = "--threads", description = "Blocks of scenarios at a time (default: all cores).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--sankey",
            paramLabel = "YEAR|MONTH",
            description = "Draw the flows of a year (2008) or a month (2008-07) too; may be given again.")
    private List<String> sankeys = List.of();

    @Option(names = "--no-pictures", description = "Write numbers only.")
    private boolean numbersOnly;

    @Option(names = "--quiet", description = "Do not show progress.")
    private boolean quiet;

    @Override
    public Integer call() {
        PrintWriter console = spec.commandLine().getOut();
        ModelDocument document = Readable.read(file);
        Assembly assembly = new Assembly(document);
        if (threads < 1) {
            throw new BasinException("--threads", threads + " threads", "give 1 or more.");
        }
        List<RunPictures.Period> periods =
                sankeys.stream().map(RunPictures.Period::new).toList();
        for (RunPictures.Period period : periods) {
            if (period.of(assembly.timeline().steps()).isEmpty()) {
                throw new BasinException(
                        "--sankey",
                        "no step begins in " + period.name(),
                        "write a year or a month of the run: 2008, 2008-07.");
            }
        }
        Ensemble ensemble = new Ensemble(assembly, engine, threads);
        List<Ledger> ledgers = Ledger.of(ensemble);
        long start = System.nanoTime();
        Ledger.run(ensemble, ledgers, new Progress(console, assembly.timeline().steps(), quiet));
        double seconds = (System.nanoTime() - start) / 1e9;
        for (Ledger ledger : ledgers) {
            String name = ledger.model().name();
            Path folder = name.isEmpty() ? out : out.resolve(name);
            new ResultFiles(ledger, folder).write();
            ModelDocument.Part part = document.parts().get(name);
            if (part != null) {
                allocation(console, ledger, part, folder);
                List<Surface> surfaces = Surface.of(part.content(), ledger);
                List<Observed> observed = Observed.read(part.content(), ledger);
                levels(console, ledger, surfaces, folder);
                observations(console, observed);
                if (!numbersOnly) {
                    new RunPictures(ledger, part.content(), folder).draw(periods, observed, surfaces);
                }
            }
            console.printf(
                    Locale.ROOT,
                    "%s: %d steps x %d scenarios in %.2f s; mass closes to %.1e; results in %s%n",
                    ledger.model().title().isEmpty()
                            ? file.getFileName()
                            : ledger.model().title(),
                    assembly.timeline().steps().size(),
                    assembly.scenarios().size(),
                    seconds,
                    ledger.worstBalance(),
                    folder);
        }
        return 0;
    }

    /** Writes and sums up what each country planned, was allowed and got. */
    private static void allocation(PrintWriter console, Ledger ledger, ModelDocument.Part part, Path folder) {
        List<Allocation> rows = Allocation.of(part.content(), ledger);
        if (rows.isEmpty()) {
            return;
        }
        new ResultFiles(ledger, folder).allocation(rows);
        console.printf(
                "%-20s %-15s %10s %10s %10s  %s, mean of seasons%n",
                "country", "season", "planned", "limit", "actual", Allocation.UNIT);
        rows.stream()
                .map(row -> List.of(row.country(), row.season()))
                .distinct()
                .forEach(key -> {
                    List<Allocation> same = rows.stream()
                            .filter(row -> row.country().equals(key.get(0))
                                    && row.season().equals(key.get(1)))
                            .toList();
                    double limit = same.get(0).limit();
                    console.printf(
                            Locale.ROOT,
                            "%-20s %-15s %10.0f %10s %10.0f%n",
                            key.get(0),
                            key.get(1),
                            same.stream()
                                    .mapToDouble(Allocation::planned)
                                    .average()
                                    .orElse(0),
                            Double.isInfinite(limit) ? "-" : String.format(Locale.ROOT, "%.0f", limit),
                            same.stream()
                                    .mapToDouble(Allocation::actual)
                                    .average()
                                    .orElse(0));
                });
    }

    /** Writes levels and areas, and says where each level began and ended. */
    private static void levels(PrintWriter console, Ledger ledger, List<Surface> surfaces, Path folder) {
        if (surfaces.isEmpty()) {
            return;
        }
        new ResultFiles(ledger, folder).levels(surfaces);
        console.printf("%-28s %12s %12s %14s%n", "level (median)", "first m", "last m", "last area km2");
        for (Surface surface : surfaces) {
            int last = surface.level().length - 1;
            console.printf(
                    Locale.ROOT,
                    "%-28s %12.2f %12.2f %14.0f%n",
                    surface.node(),
                    surface.level()[0],
                    surface.level()[last],
                    surface.area()[last]);
        }
    }

    /** Says how far a run lies from what was observed. */
    private static void observations(PrintWriter console, List<Observed> all) {
        if (all.isEmpty()) {
            return;
        }
        console.printf(
                Locale.ROOT,
                "%-28s %-7s %8s %8s %10s %8s%n",
                "against observations",
                "",
                "NSE",
                "bias",
                "RMSE",
                "months");
        for (Observed observed : all) {
            console.printf(
                    Locale.ROOT,
                    "%-28s %-7s %8.2f %8s %10.4g %8d%n",
                    observed.node(),
                    observed.quantity(),
                    observed.efficiency(),
                    bias(observed),
                    observed.error(),
                    observed.count());
        }
    }

    /** A share of what was observed; of a level, whose zero is anywhere, the difference itself. */
    private static String bias(Observed observed) {
        return observed.quantity().equals("level")
                ? String.format(Locale.ROOT, "%+.2f m", observed.difference())
                : String.format(Locale.ROOT, "%+.1f%%", 100 * observed.bias());
    }
}
