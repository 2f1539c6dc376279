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
import java.util.function.Consumer;
import java.util.function.DoubleBinaryOperator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.darya.basin.BasinException;
import org.darya.basin.result.ResultFiles;
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

    private boolean differ;

    @Override
    public Integer call() {
        totals("volume", "volume over the run; of a store, what it gained");
        series("volumes.csv", Math::min, "lowest storage, mean of the scenarios");
        series("levels.csv", (before, now) -> now, "level and area at the end, median of the scenarios");
        indices("volumetric", "share of the wanted volume that was delivered");
        indices("reliability", "share of steps in which the demand was met");
        indices("resilience", "chance that a step of want is followed by one without");
        indices("vulnerability", "mean of the worst deficits of the times of want");
        table(
                "what the recorders say",
                read(first.resolve("recorders.csv"), "value"),
                read(second.resolve("recorders.csv"), "value"));
        indices("firm_energy", "energy that is reached in 95 % of the steps, GWh a day");
        if (!differ) {
            spec.commandLine().getOut().println("The results are the same.");
        }
        return 0;
    }

    private void totals(String column, String title) {
        table(title, read(first.resolve("totals.csv"), column), read(second.resolve("totals.csv"), column));
    }

    private void indices(String column, String title) {
        table(title, read(first.resolve("indices.csv"), column), read(second.resolve("indices.csv"), column));
    }

    private void series(String file, DoubleBinaryOperator folding, String title) {
        table(title, fold(first.resolve(file), folding), fold(second.resolve(file), folding));
    }

    /** What differs; nothing at all where nothing does. */
    private void table(String title, Map<String, Double> a, Map<String, Double> b) {
        if (a.equals(b)) {
            return;
        }
        differ = true;
        PrintWriter out = spec.commandLine().getOut();
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

    /** A column by the name in the first one; of the rows by scenario the last stands, which is that of all. */
    private static Map<String, Double> read(Path file, String column) {
        Map<String, Double> values = new LinkedHashMap<>();
        rows(file, row -> put(values, row.get(0), row.get(column), (before, now) -> now));
        return values;
    }

    /** Each series of a table of steps folded into one number; nothing where the file is not. */
    private static Map<String, Double> fold(Path file, DoubleBinaryOperator folding) {
        Map<String, Double> values = new LinkedHashMap<>();
        if (Files.exists(file)) {
            rows(
                    file,
                    row -> row.toMap().forEach((name, cell) -> {
                        if (!ResultFiles.STEP.contains(name)) {
                            put(values, name, cell, folding);
                        }
                    }));
        }
        return values;
    }

    private static void put(Map<String, Double> values, String name, String cell, DoubleBinaryOperator folding) {
        if (!cell.isEmpty()) {
            values.merge(name, Double.parseDouble(cell), folding::applyAsDouble);
        }
    }

    private static void rows(Path file, Consumer<CSVRecord> reading) {
        try (Reader reader = Files.newBufferedReader(file);
                CSVParser rows = CSVFormat.DEFAULT
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get()
                        .parse(reader)) {
            rows.forEach(reading);
        } catch (IOException e) {
            throw new BasinException(
                    file.toString(),
                    "the results cannot be read (" + e.getMessage() + ")",
                    "run 'basin run MODEL --out DIR' first.");
        }
    }
}
