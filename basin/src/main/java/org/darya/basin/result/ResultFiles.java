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
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.darya.basin.BasinException;
import org.darya.basin.model.Store;
import org.darya.basin.recorder.FileRecorder;
import org.darya.basin.recorder.Recorder;
import org.darya.basin.time.Step;

/**
 * Writes results into a folder: {@code flows.csv}, {@code volumes.csv}, {@code totals.csv}, {@code indices.csv}, {@code duration.csv},
 * {@code recorders.csv}, and {@code columns/<node>.f32} (big-endian floats by step) with {@code columns/index.csv}.
 */
public final class ResultFiles {
    /** First columns of the tables of steps; a column for each series follows. */
    public static final List<String> STEP = List.of("step", "start", "days");

    /** Shares of the steps at which duration curves are told. */
    private static final double[] DURATIONS = {0.01, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99};

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
            durations(all);
            new IndexTable(ledger).write(open("indices.csv", IndexTable.HEADER));
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

    static String number(double value) {
        return String.format(Locale.ROOT, "%.10g", value)
                .replaceFirst("(\\.\\d*?)0+$", "$1")
                .replaceFirst("\\.$", "");
    }

    private void series(String name, int[] nodes, java.util.function.IntFunction<double[]> series) throws IOException {
        List<Object> header = new ArrayList<>(STEP);
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

    /** Writes {@code levels.csv}: level and area of the water of each store with a curve, the median of the scenarios and 10 and 90 %. */
    public void levels(List<Surface> surfaces) {
        boolean one = ledger.scenarios() == 1;
        List<Object> header = new ArrayList<>(STEP);
        for (Surface surface : surfaces) {
            header.add(surface.node() + " level m");
            header.add(surface.node() + " area km2");
            if (!one) {
                header.add(surface.node() + " level m, 10 %");
                header.add(surface.node() + " level m, 90 %");
            }
        }
        try (CSVPrinter csv = open("levels.csv", header.toArray())) {
            for (Step step : ledger.model().timeline().steps()) {
                List<Object> row = new ArrayList<>(List.of(step.index(), step.start(), step.days()));
                for (Surface surface : surfaces) {
                    row.add(number(surface.level()[step.index()]));
                    row.add(number(surface.area()[step.index()]));
                    if (!one) {
                        row.add(number(surface.levels()[0][step.index()]));
                        row.add(number(surface.levels()[Ledger.SPREAD.length - 1][step.index()]));
                    }
                }
                csv.printRecord(row);
            }
        } catch (IOException e) {
            throw new BasinException(
                    folder.toString(), "levels.csv cannot be written (" + e.getMessage() + ")", "the disk is full.");
        }
    }

    /** Writes {@code duration.csv}: the flow of each node that is reached or exceeded in given shares of the steps and scenarios. */
    private void durations(int[] nodes) throws IOException {
        List<Object> header = new ArrayList<>(List.of("node", "type"));
        Arrays.stream(DURATIONS).forEach(share -> header.add(number(100 * share) + " %"));
        try (CSVPrinter csv = open("duration.csv", header.toArray())) {
            for (int i : nodes) {
                if (!(ledger.nodes().get(i) instanceof Store)) {
                    List<Object> row = new ArrayList<>(List.of(
                            ledger.nodes().get(i).name(), ledger.nodes().get(i).type()));
                    Arrays.stream(ledger.duration(i).exceeded(DURATIONS)).forEach(flow -> row.add(number(flow)));
                    csv.printRecord(row);
                }
            }
        }
    }

    private void recorders() throws IOException {
        try (CSVPrinter csv = open("recorders.csv", "recorder", "type", "scenario", "value")) {
            for (List<Recorder> parts : ledger.recorders()) {
                Recorder recorder = parts.get(0);
                if (recorder.values() != null) {
                    double[] values = parts.stream()
                            .flatMapToDouble(part -> Arrays.stream(Objects.requireNonNull(part.values())))
                            .toArray();
                    for (int s = 0; s < values.length; s++) {
                        csv.printRecord(recorder.name(), recorder.type(), s, number(values[s]));
                    }
                    csv.printRecord(
                            recorder.name(),
                            recorder.type(),
                            "all",
                            number(recorder.overScenarios().of(values)));
                }
                if (recorder instanceof FileRecorder) {
                    file(parts.stream().map(FileRecorder.class::cast).toList());
                }
            }
        }
    }

    /** What a model's own file recorder asks for; always as CSV. */
    private void file(List<FileRecorder> blocks) throws IOException {
        FileRecorder first = blocks.get(0);
        String name = Path.of(first.file()).getFileName().toString().replaceFirst("\\.[^.]*$", "") + ".csv";
        try (CSVPrinter csv = open(name, "step", "scenario", "node", "value")) {
            for (int i = 0; i < first.series().size(); i++) {
                for (int t = 0; t < first.kept()[i].length; t++) {
                    int scenario = 0;
                    for (FileRecorder block : blocks) {
                        for (double value : block.kept()[i][t]) {
                            csv.printRecord(t, scenario++, first.series().get(i).name(), number(value));
                        }
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
