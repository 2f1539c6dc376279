package org.darya.basin.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.commons.csv.CSVFormat;
import org.darya.basin.design.Readable;
import org.darya.basin.optimise.Nsga2;
import org.darya.basin.optimise.RuleSearch;
import org.darya.basin.picture.ParetoPicture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "optimise",
        mixinStandardHelpOptions = true,
        description = "Searches for rules that are good by several objectives.")
final class OptimiseCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "MODEL", description = "Model with variables and objectives.")
    private Path file = Path.of("model.json");

    @Option(names = "--out", description = "Folder for the table and the picture (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("results");

    @Option(names = "--population", description = "Plans that live at a time (default: ${DEFAULT-VALUE}).")
    private int population = 60;

    @Option(names = "--generations", description = "Generations (default: ${DEFAULT-VALUE}).")
    private int generations = 40;

    @Option(names = "--seed", description = "Seed of chance (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Override
    public Integer call() throws IOException {
        RuleSearch search = new RuleSearch(Readable.read(file));
        List<Nsga2.Plan> plans = search.run(population, generations, seed);
        Files.createDirectories(out);
        List<Object> header = new ArrayList<>(search.objectives());
        header.addAll(search.variables());
        StringBuilder csv = new StringBuilder(CSVFormat.DEFAULT.format(header.toArray()) + "\n");
        for (Nsga2.Plan plan : plans) {
            List<String> cells = new ArrayList<>();
            for (double value : plan.objectives()) {
                cells.add(String.format(Locale.ROOT, "%.10g", value));
            }
            for (double value : plan.variables()) {
                cells.add(String.format(Locale.ROOT, "%.6g", value));
            }
            csv.append(String.join(",", cells)).append('\n');
        }
        Files.writeString(out.resolve("pareto.csv"), csv);
        if (search.objectives().size() > 1) {
            ParetoPicture.draw(
                    out.resolve("pareto.svg"),
                    "Plans that no other beats",
                    search.objectives().get(0),
                    search.objectives().get(1),
                    plans.stream().mapToDouble(plan -> plan.objectives()[0]).toArray(),
                    plans.stream().mapToDouble(plan -> plan.objectives()[1]).toArray());
        }
        PrintWriter console = spec.commandLine().getOut();
        console.printf(
                Locale.ROOT,
                "%d plans after %d runs of the model; table and picture in %s%n",
                plans.size(),
                population * (generations + 1),
                out);
        return 0;
    }
}
