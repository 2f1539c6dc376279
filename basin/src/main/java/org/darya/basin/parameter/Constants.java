package org.darya.basin.parameter;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.darya.basin.model.Formula;
import org.darya.basin.model.ModelContext;
import org.darya.basin.model.Parameter;
import org.darya.basin.model.Rhythm;
import org.darya.basin.read.Alignment;
import org.darya.basin.read.Element;
import org.darya.basin.read.Frame;
import org.darya.basin.read.Hdf;

/** Values that are given: numbers, cells of tables, series by step or date, and their variants by scenario. */
final class Constants {

    private Constants() {}

    static void register(Map<String, Family> types) {
        types.put("constant", Constants::constant);
        types.put("constantscenario", Constants::byScenario);
        types.put("constantscenarioindex", Constants::indexByScenario);
        types.put("arrayindexed", Constants::bySteps);
        types.put("arrayindexedscenario", Constants::byStepsAndScenario);
        types.put("arrayindexedscenariomonthlyfactors", Constants::monthlyFactors);
        types.put("dataframe", Constants::dataFrame);
        types.put("tablesarray", Constants::tablesArray);
        types.put("scenariowrapper", Constants::wrapper);
    }

    static Parameter constant(Element given, ModelContext model) {
        Element value = given.first("value", "values");
        double number = value.isNumber() ? value.number() : cell(given, model);
        double scaled =
                given.get("offset").number(0) + number * given.get("scale").number(1);
        return Formula.constant(model.size(), scaled);
    }

    /** One cell of a table, by {@code column} and {@code index}. */
    static double cell(Element given, ModelContext model) {
        if (!given.has("url") && !given.has("table") && !given.has("data")) {
            throw given.fail("no value", "give 'value', or 'url' or 'table' with 'index' and 'column'.");
        }
        Frame frame = model.frame(given);
        int column = given.has("column") ? frame.column(given.get("column")) : 0;
        int row = given.has("index") ? frame.row(given.first("index", "indexes")) : 0;
        if (frame.rows() == 0 || frame.columns().isEmpty()) {
            throw given.fail("the table " + frame.source() + " is empty", "check index_col.");
        }
        return frame.number(row, column);
    }

    private static Parameter byScenario(Element given, ModelContext model) {
        int[] alternative = model.alternatives(given.need("scenario"));
        double[] values = model.numbers(Lists.values(given));
        checkSize(given, alternative, values.length);
        return Formula.ofScenario(model.size(), Rhythm.NEVER, (step, s) -> values[alternative[s]]);
    }

    private static Parameter indexByScenario(Element given, ModelContext model) {
        int[] alternative = model.alternatives(given.need("scenario"));
        double[] values = model.numbers(Lists.values(given));
        checkSize(given, alternative, values.length);
        return new Chooser(model.size(), List.of(), (step, s) -> (int) values[alternative[s]]);
    }

    private static Parameter bySteps(Element given, ModelContext model) {
        double[] values = model.numbers(Lists.values(given));
        int offset = given.get("timestep_offset").integer(0);
        if (values.length == 0) {
            throw given.fail("no values", "give one value a step.");
        }
        return Formula.ofTime(model.size(), (step, s) -> values[place(given, step.index() + offset, values.length)]);
    }

    private static int place(Element given, int wanted, int length) {
        if (wanted >= length) {
            throw given.fail(
                    length + " values do not reach step " + (wanted + 1),
                    "give one value a step, or end the timestepper earlier.");
        }
        return Math.max(wanted, 0);
    }

    private static Parameter byStepsAndScenario(Element given, ModelContext model) {
        int[] alternative = model.alternatives(given.need("scenario"));
        double[][] values = given.need("values").table();
        int offset = given.get("timestep_offset").integer(0);
        for (double[] row : values) {
            checkSize(given, alternative, row.length);
        }
        return Formula.ofState(
                model.size(),
                List.of(),
                (step, s) -> values[place(given, step.index() + offset, values.length)][alternative[s]]);
    }

    private static Parameter monthlyFactors(Element given, ModelContext model) {
        int[] alternative = model.alternatives(given.need("scenario"));
        double[] values = model.numbers(Lists.values(given));
        double[][] factors = given.need("factors").table();
        checkSize(given, alternative, factors.length);
        for (double[] row : factors) {
            Lists.check(given.get("factors"), row, 12);
        }
        return Formula.ofState(
                model.size(),
                List.of(),
                (step, s) -> values[place(given, step.index(), values.length)] * factors[alternative[s]][step.month()]);
    }

    private static Parameter dataFrame(Element given, ModelContext model) {
        Frame frame = model.frame(given);
        boolean dayFirst = given.get("dayfirst").flag(true);
        int offset = given.get("timestep_offset").integer(0);
        Alignment alignment = Alignment.of(given, frame.dates(dayFirst), model.timeline());
        int last = model.timeline().steps().size() - 1;
        if (given.has("scenario") && !given.has("column")) {
            int[] alternative = model.alternatives(given.get("scenario"));
            checkSize(given, alternative, frame.columns().size());
            double[][] columns = new double[frame.columns().size()][];
            for (int a : alternative) {
                columns[a] = columns[a] == null ? alignment.apply(frame, a) : columns[a];
            }
            return Formula.ofState(
                    model.size(),
                    List.of(),
                    (step, s) -> columns[alternative[s]][Math.clamp(step.index() + offset, 0, last)]);
        }
        if (!given.has("column") && frame.columns().size() != 1) {
            throw given.fail(
                    frame.source() + " has the columns " + frame.columns(),
                    "choose one with 'column', or give the 'scenario' that they belong to.");
        }
        double[] values = alignment.apply(frame, given.has("column") ? frame.column(given.get("column")) : 0);
        return Formula.ofTime(model.size(), (step, s) -> values[Math.clamp(step.index() + offset, 0, last)]);
    }

    private static Parameter tablesArray(Element given, ModelContext model) {
        Path file = model.frames().verified(given);
        double[][] values = Hdf.array(
                file, given, given.get("where").text("/"), given.need("node").text());
        int offset = given.get("timestep_offset").integer(0);
        int[] alternative = given.has("scenario") ? model.alternatives(given.get("scenario")) : new int[model.size()];
        if (values.length > 0) {
            checkSize(given, alternative, values[0].length);
        }
        return new SeriesParameter(
                model.size(), (step, s) -> values[place(given, step.index() + offset, values.length)][alternative[s]]);
    }

    private static Parameter wrapper(Element given, ModelContext model) {
        int[] alternative = model.alternatives(given.need("scenario"));
        List<Parameter> parameters = model.parameters(given.need("parameters"));
        checkSize(given, alternative, parameters.size());
        return Formula.ofState(model.size(), parameters, (step, s) -> parameters.get(alternative[s]).values[s]);
    }

    private static void checkSize(Element given, int[] alternatives, int length) {
        for (int a : alternatives) {
            if (a >= length) {
                throw given.fail(
                        length + " values do not reach alternative " + (a + 1) + " of the scenario",
                        "give one value for each alternative.");
            }
        }
    }
}
