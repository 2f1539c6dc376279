package org.darya.basin.result;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.commons.csv.CSVPrinter;
import org.darya.basin.recorder.Recorder;

/**
 * The table {@code indices.csv}: how well each demand was served, and how much energy is firm, in each scenario and, in a row
 * {@code all} after them, over the whole ensemble. The ensemble is judged by all its steps in all its scenarios: its
 * reliability is the share of all of them, not that of their mean, in which a drought in one scenario would be made good by
 * plenty in another.
 */
final class IndexTable {

    static final Object[] HEADER = {
        "node", "scenario", "reliability", "resilience", "vulnerability", "volumetric", "worst_deficit", "firm_energy"
    };

    /** Share of the steps in which firm energy is reached. */
    private static final double FIRM = 0.95;

    private static final String ALL = "all";

    private final Ledger ledger;

    IndexTable(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Writes the table and closes it. */
    void write(CSVPrinter table) throws IOException {
        try (CSVPrinter csv = table) {
            List<double[]> shares = new ArrayList<>();
            for (int i = 0; i < ledger.nodes().size(); i++) {
                String name = ledger.nodes().get(i).name();
                if (ledger.isDemand(i) && !Surface.lost(name, ledger)) {
                    shares.add(demand(csv, name, ledger.tallies(i)));
                }
            }
            inequality(csv, shares);
            for (List<Recorder> parts : ledger.recorders()) {
                boolean power = parts.get(0).type().toLowerCase(Locale.ROOT).startsWith("hydropower");
                if (power && parts.get(0).data() != null) {
                    firm(csv, parts);
                }
            }
        }
    }

    /** Writes the rows of a demand; gives the delivered share by scenario and, last, over all. */
    private static double[] demand(CSVPrinter csv, String name, List<Indices.Tally> scenarios) throws IOException {
        double[] shares = new double[scenarios.size() + 1];
        Indices.Tally all = new Indices.Tally();
        for (int s = 0; s < scenarios.size(); s++) {
            all.add(scenarios.get(s));
            Indices found = scenarios.get(s).indices();
            shares[s] = found.volumetric();
            if (scenarios.size() > 1) {
                row(csv, name, String.valueOf(s), found);
            }
        }
        Indices found = all.indices();
        shares[scenarios.size()] = found.volumetric();
        row(csv, name, ALL, found);
        return shares;
    }

    private static void row(CSVPrinter csv, String name, String scenario, Indices found) throws IOException {
        csv.printRecord(
                name,
                scenario,
                ResultFiles.number(found.reliability()),
                ResultFiles.number(found.resilience()),
                ResultFiles.number(found.vulnerability()),
                ResultFiles.number(found.volumetric()),
                ResultFiles.number(found.worst()),
                "");
    }

    private void inequality(CSVPrinter csv, List<double[]> shares) throws IOException {
        int scenarios = ledger.scenarios();
        for (int s = scenarios > 1 ? 0 : scenarios; s <= scenarios; s++) {
            int at = s;
            double[] here = shares.stream().mapToDouble(share -> share[at]).toArray();
            csv.printRecord(
                    "(inequality of shares)",
                    s == scenarios ? ALL : String.valueOf(s),
                    "",
                    "",
                    "",
                    ResultFiles.number(Indices.inequality(here)),
                    "",
                    "");
        }
    }

    private static void firm(CSVPrinter csv, List<Recorder> parts) throws IOException {
        String name = parts.get(0).name();
        List<double[]> series = new ArrayList<>();
        for (Recorder part : parts) {
            double[][] data = Objects.requireNonNull(part.data());
            for (int s = 0; data.length > 0 && s < data[0].length; s++) {
                int scenario = s;
                series.add(Arrays.stream(data).mapToDouble(row -> row[scenario]).toArray());
            }
        }
        for (int s = 0; s < series.size() && series.size() > 1; s++) {
            firm(csv, name, String.valueOf(s), series.get(s));
        }
        firm(csv, name, ALL, series.stream().flatMapToDouble(Arrays::stream).toArray());
    }

    private static void firm(CSVPrinter csv, String name, String scenario, double[] series) throws IOException {
        csv.printRecord(name, scenario, "", "", "", "", "", ResultFiles.number(Indices.exceeded(series, FIRM)));
    }
}
