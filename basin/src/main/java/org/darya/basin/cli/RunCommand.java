package org.darya.basin.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.darya.basin.BasinException;
import org.darya.basin.design.Readable;
import org.darya.basin.model.Store;
import org.darya.basin.picture.NetworkPicture;
import org.darya.basin.picture.SeriesPicture;
import org.darya.basin.result.Allocation;
import org.darya.basin.result.Ledger;
import org.darya.basin.result.Observed;
import org.darya.basin.result.ResultFiles;
import org.darya.basin.run.Assembly;
import org.darya.basin.run.Ensemble;
import org.darya.basin.run.ModelDocument;
import org.darya.basin.solve.EngineKind;
import org.darya.basin.time.Step;
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
                observations(console, ledger, part, folder);
            }
            if (!numbersOnly && part != null) {
                pictures(ledger, part, folder);
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

    /** Says how far a run lies from what was observed, and draws both. */
    private void observations(PrintWriter console, Ledger ledger, ModelDocument.Part part, Path folder) {
        List<Observed> all = Observed.read(part.content(), ledger);
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
                    "%-28s %-7s %8.2f %+7.1f%% %10.4g %8d%n",
                    observed.node(),
                    observed.quantity(),
                    observed.efficiency(),
                    100 * observed.bias(),
                    observed.error(),
                    observed.count());
            if (!numbersOnly) {
                String file = observed.node().replaceAll("[^\\p{L}\\p{N}_-]+", "_") + "_observed.svg";
                double[] simulated = observed.simulated();
                SeriesPicture.fan(
                        folder.resolve(file),
                        observed.node() + ": " + observed.quantity(),
                        observed.quantity().equals("volume") ? "million m³" : "million m³ a day",
                        ledger.model().timeline().steps(),
                        new double[][] {simulated, simulated, simulated},
                        observed.observed(),
                        "observed");
            }
        }
    }

    private static void pictures(Ledger ledger, ModelDocument.Part part, Path folder) {
        NetworkPicture picture = new NetworkPicture(part.content());
        String title = ledger.model().title();
        picture.schematic(folder.resolve("schematic.svg"), title);
        picture.sankey(folder.resolve("sankey.svg"), title + ": mean flow", name -> mean(ledger, name), "a day");
        List<Step> steps = ledger.model().timeline().steps();
        for (int i = 0; i < ledger.nodes().size(); i++) {
            String name = ledger.nodes().get(i).name();
            String file = name.replaceAll("[^\\p{L}\\p{N}_-]+", "_") + ".svg";
            if (ledger.nodes().get(i) instanceof Store) {
                SeriesPicture.fan(
                        folder.resolve("fan_" + file), name + ": volume", "volume", steps, ledger.spread(i), null, "");
            } else if (ledger.isDemand(i)) {
                double[] share = new double[steps.size()];
                for (int t = 0; t < share.length; t++) {
                    double wanted = ledger.wanted(i)[t];
                    share[t] = wanted > 0 ? Math.max(0, 1 - ledger.flow(i)[t] / wanted) : Double.NaN;
                }
                SeriesPicture.heat(folder.resolve("deficit_" + file), name + ": deficit", steps, share);
            }
        }
    }

    private static double mean(Ledger ledger, String name) {
        int at = ledger.find(name);
        double sum = 0;
        double days = 0;
        for (int t = 0; at >= 0 && t < ledger.days().length; t++) {
            sum += ledger.flow(at)[t] * ledger.days()[t];
            days += ledger.days()[t];
        }
        return days == 0 ? 0 : sum / days;
    }
}
