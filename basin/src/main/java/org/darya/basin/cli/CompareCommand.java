package org.darya.basin.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.darya.basin.BasinException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "compare", mixinStandardHelpOptions = true, description = "Compares the results of two runs.")
final class CompareCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "A", description = "Folder of results.")
    private Path first = Path.of("a");

    @Parameters(index = "1", paramLabel = "B", description = "Folder of results.")
    private Path second = Path.of("b");

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        table(out, "totals.csv", "volume", "volume over the run");
        table(out, "indices.csv", "volumetric", "share of the wanted volume that was delivered");
        table(out, "indices.csv", "reliability", "share of steps in which the demand was met");
        return 0;
    }

    private void table(PrintWriter out, String file, String column, String title) {
        Map<String, Double> a = read(first.resolve(file), column);
        Map<String, Double> b = read(second.resolve(file), column);
        out.printf(Locale.ROOT, "%s%n%-32s %14s %14s %14s%n", title, "", "A", "B", "B - A");
        a.forEach((name, value) -> {
            Double other = b.get(name);
            if (other == null) {
                out.printf(Locale.ROOT, "%-32s %14.6g %14s%n", name, value, "-");
            } else if (Math.abs(other - value) > 1e-9 * Math.max(1, Math.abs(value))) {
                out.printf(Locale.ROOT, "%-32s %14.6g %14.6g %+14.6g%n", name, value, other, other - value);
            }
        });
        b.forEach((name, value) -> {
            if (!a.containsKey(name)) {
                out.printf(Locale.ROOT, "%-32s %14s %14.6g%n", name, "-", value);
            }
        });
        out.println();
    }

    private static Map<String, Double> read(Path file, String column) {
        Map<String, Double> values = new LinkedHashMap<>();
        try (Reader reader = Files.newBufferedReader(file)) {
            for (CSVRecord row : CSVFormat.DEFAULT
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(reader)) {
                if (!row.get(column).isEmpty()) {
                    values.put(row.get(0), Double.parseDouble(row.get(column)));
                }
            }
            return values;
        } catch (IOException e) {
            throw new BasinException(
                    file.toString(),
                    "the results cannot be read (" + e.getMessage() + ")",
                    "run 'basin run MODEL --out DIR' first.");
        }
    }
}
