package org.darya.basin.result;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.darya.basin.BasinException;
import org.darya.basin.model.Store;
import org.darya.basin.recorder.FileRecorder;
import org.darya.basin.recorder.Recorder;
import org.darya.basin.time.Step;

/**
 * Writes results into a folder: {@code flows.csv}, {@code volumes.csv}, {@code totals.csv}, {@code indices.csv},
 * {@code recorders.csv}, and {@code columns/<node>.f32} (big-endian floats by step) with {@code columns/index.csv}.
 */
public final class ResultFiles {

    private final Ledger ledger;
    private final Path folder;

    /** Prepares to write a run into a folder, which is made if there is none. */
    public ResultFiles(Ledger ledger, Path folder) {
        this.ledger = ledger;
        this.folder = folder;
    }

    /** Writes everything. */
    public void write() {
        try {
            Files.createDirectories(folder);
            int[] all = IntStream.range(0, ledger.nodes().size()).toArray();
            int[] stores = Arrays.stream(all)
                    .filter(i -> ledger.nodes().get(i) instanceof Store)
                    .toArray();
            series("flows.csv", all, ledger::flow);
            series("volumes.csv", stores, ledger::volume);
            totals(all);
            indices(all);
            recorders();
            columns(all);
        } catch (IOException e) {
            throw new BasinException(
                    folder.toString(),
                    "results cannot be written (" + e.getMessage() + ")",
                    "the folder is read-only or the disk is full.");
        }
    }

    private CSVPrinter open(String name, Object... header) throws IOException {
        Writer writer = Files.newBufferedWriter(folder.resolve(name));
        CSVPrinter printer = new CSVPrinter(
                writer, CSVFormat.DEFAULT.builder().setRecordSeparator("\n").get());
        printer.printRecord(header);
        return printer;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.10g", value)
                .replaceFirst("(\\.\\d*?)0+$", "$1")
                .replaceFirst("\\.$", "");
    }

    private void series(String name, int[] nodes, java.util.function.IntFunction<double[]> series) throws IOException {
        List<Object> header = new ArrayList<>(List.of("step", "start", "days"));
        Arrays.stream(nodes).forEach(i -> header.add(ledger.nodes().get(i).name()));
        try (CSVPrinter csv = open(name, header.toArray())) {
            for (Step step : ledger.model().timeline().steps()) {
                List<Object> row = new ArrayList<>(List.of(step.index(), step.start(), step.days()));
                for (int i : nodes) {
                    row.add(number(series.apply(i)[step.index()]));
                }
                csv.printRecord(row);
            }
        }
    }

    private void totals(int[] nodes) throws IOException {
        try (CSVPrinter csv = open("totals.csv", "node", "type", "volume", "final_volume")) {
            for (int i : nodes) {
                double sum = 0;
                for (int t = 0; t < ledger.days().length; t++) {
                    sum += ledger.flow(i)[t] * ledger.days()[t];
                }
                boolean store = ledger.nodes().get(i) instanceof Store;
                String last = store ? number(ledger.volume(i)[ledger.days().length - 1]) : "";
                csv.printRecord(
                        ledger.nodes().get(i).name(), ledger.nodes().get(i).type(), number(sum), last);
            }
        }
    }

    private void indices(int[] nodes) throws IOException {
        List<Double> shares = new ArrayList<>();
        try (CSVPrinter csv = open(
                "indices.csv",
                "node",
                "reliability",
                "resilience",
                "vulnerability",
                "volumetric",
                "worst_deficit",
                "firm_energy")) {
            for (int i : nodes) {
                if (ledger.isDemand(i)) {
                    Indices found = Indices.of(ledger.flow(i), ledger.wanted(i), ledger.days());
                    shares.add(found.volumetric());
                    csv.printRecord(
                            ledger.nodes().get(i).name(),
                            number(found.reliability()),
                            number(found.resilience()),
                            number(found.vulnerability()),
                            number(found.volumetric()),
                            number(found.worst()),
                            "");
                }
            }
            double[] all = shares.stream().mapToDouble(Double::doubleValue).toArray();
            csv.printRecord("(inequality of shares)", "", "", "", number(Indices.inequality(all)), "", "");
            for (Recorder recorder : ledger.model().recorders()) {
                double[][] power = recorder.data();
                if (power != null && recorder.type().toLowerCase(Locale.ROOT).startsWith("hydropower")) {
                    double[] mean = Arrays.stream(power)
                            .mapToDouble(row -> Arrays.stream(row).average().orElse(0))
                            .toArray();
                    csv.printRecord(recorder.name(), "", "", "", "", "", number(Indices.exceeded(mean, FIRM)));
                }
            }
        }
    }

    /** Share of the steps in which firm energy is reached. */
    private static final double FIRM = 0.95;

    /** Writes {@code limits.csv}: planned, limit and actual by country and season. */
    public void allocation(List<Allocation> rows) {
        try (CSVPrinter csv =
                open("limits.csv", "country", "season", "year", "planned", "limit", "actual", "difference", "unit")) {
            for (Allocation row : rows) {
                csv.printRecord(
                        row.country(),
                        row.season(),
                        row.year(),
                        number(row.planned()),
                        Double.isInfinite(row.limit()) ? "" : number(row.limit()),
                        number(row.actual()),
                        number(row.difference()),
                        Allocation.UNIT);
            }
        } catch (IOException e) {
            throw new BasinException(
                    folder.toString(), "limits.csv cannot be written (" + e.getMessage() + ")", "the disk is full.");
        }
    }

    private void recorders() throws IOException {
        try (CSVPrinter csv = open("recorders.csv", "recorder", "type", "scenario", "value")) {
            for (Recorder recorder : ledger.model().recorders()) {
                double[] values = recorder.values();
                if (values != null) {
                    for (int s = 0; s < values.length; s++) {
                        csv.printRecord(recorder.name(), recorder.type(), s, number(values[s]));
                    }
                    csv.printRecord(
                            recorder.name(),
                            recorder.type(),
                            "all",
                            number(recorder.overScenarios().of(values)));
                }
                if (recorder instanceof FileRecorder file) {
                    file(file);
                }
            }
        }
    }

    /** What a model's own file recorder asks for; always as CSV. */
    private void file(FileRecorder recorder) throws IOException {
        String name = Path.of(recorder.file()).getFileName().toString().replaceFirst("\\.[^.]*$", "") + ".csv";
        try (CSVPrinter csv = open(name, "step", "scenario", "node", "value")) {
            for (int i = 0; i < recorder.series().size(); i++) {
                double[][] kept = recorder.kept()[i];
                for (int t = 0; t < kept.length; t++) {
                    for (int s = 0; s < kept[t].length; s++) {
                        csv.printRecord(t, s, recorder.series().get(i).name(), number(kept[t][s]));
                    }
                }
            }
        }
    }

    private void columns(int[] nodes) throws IOException {
        Path columns = folder.resolve("columns");
        Files.createDirectories(columns);
        try (CSVPrinter csv = open("columns/index.csv", "file", "node", "quantity", "values")) {
            for (int i : nodes) {
                boolean store = ledger.nodes().get(i) instanceof Store;
                String file = String.format(Locale.ROOT, "%04d.f32", i);
                csv.printRecord(file, ledger.nodes().get(i).name(), store ? "volume" : "flow", ledger.days().length);
                try (DataOutputStream out =
                        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(columns.resolve(file))))) {
                    for (double value : store ? ledger.volume(i) : ledger.flow(i)) {
                        out.writeFloat((float) value);
                    }
                }
            }
        }
    }
}
