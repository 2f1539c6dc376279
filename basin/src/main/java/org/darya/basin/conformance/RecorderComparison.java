package org.darya.basin.conformance;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.darya.basin.read.Element;
import org.darya.basin.read.Json;
import org.darya.basin.recorder.Recorder;
import org.darya.basin.run.Model;

/** Compares recorders with {@code recorders.json}: the aggregated value, the values of the scenarios, the table. */
final class RecorderComparison {

    private RecorderComparison() {}

    static void compare(Model model, Path folder, Difference difference) {
        Path file = folder.resolve((model.name().isEmpty() ? "" : model.name() + "__") + "recorders.json");
        if (!Files.exists(file)) {
            return;
        }
        for (Map.Entry<String, Element> entry : Json.read(file).fields().entrySet()) {
            Recorder recorder = model.recorders().stream()
                    .filter(r -> r.name().equals(entry.getKey()))
                    .findFirst()
                    .orElse(null);
            if (recorder == null) {
                difference.missing("recorder \"" + entry.getKey() + '"');
                continue;
            }
            compare(recorder, entry.getValue(), difference);
        }
    }

    private static void compare(Recorder recorder, Element expected, Difference difference) {
        double[] values = recorder.values();
        if (expected.has("values") && values != null) {
            double[] wanted = expected.get("values").numbers();
            for (int s = 0; s < wanted.length; s++) {
                int scenario = s;
                difference.add(
                        values[s], wanted[s], () -> "value of recorder " + recorder.name() + " scenario " + scenario);
            }
        } else if (expected.has("values")) {
            difference.missing("value of recorder " + recorder.name());
        }
        if (expected.has("aggregated") && expected.get("aggregated").isNumber() && values != null) {
            difference.add(
                    recorder.overScenarios().of(values),
                    expected.get("aggregated").number(),
                    () -> "aggregate of recorder " + recorder.name());
        }
        double[][] data = recorder.data();
        if (expected.has("data") && data != null) {
            List<Element> rows = expected.get("data").items();
            for (int t = 0; t < rows.size() && t < data.length; t++) {
                List<Element> row = rows.get(t).items();
                for (int s = 0; s < row.size(); s++) {
                    int step = t;
                    double wanted = row.get(s).value() instanceof Number n ? n.doubleValue() : Double.NaN;
                    difference.add(data[t][s], wanted, () -> "table of recorder " + recorder.name() + " row " + step);
                }
            }
        }
    }
}
