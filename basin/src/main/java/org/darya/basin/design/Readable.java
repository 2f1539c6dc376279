package org.darya.basin.design;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.darya.basin.BasinException;
import org.darya.basin.read.Element;
import org.darya.basin.read.Json;
import org.darya.basin.run.ModelDocument;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Reads models: the readable format (YAML) or Pywr's JSON, told apart by the ending of the file.
 *
 * <p>In the readable format flows are in m3/s, volumes in million m3, areas in km2, evaporation in mm a month. See
 * docs/basin.md for its words.
 */
public final class Readable {

    private Readable() {}

    /** Reads a model file of either format. */
    public static ModelDocument read(Path file) {
        String name = String.valueOf(file.getFileName());
        if (name.endsWith(".yaml") || name.endsWith(".yml")) {
            Path folder = file.toAbsolutePath().getParent();
            return ModelDocument.of(
                    new Element("", translate(yaml(file), folder == null ? file : folder)),
                    folder == null ? file : folder);
        }
        return ModelDocument.read(file);
    }

    /**
     * The model of a file as Pywr's JSON, as far as it can be said there.
     *
     * @param lost told, in words, each thing that could not be said
     */
    public static String toJson(Path file, Consumer<String> lost) {
        ModelDocument.Part part = read(file).parts().values().iterator().next();
        Pywr pywr = new Pywr(part.content());
        pywr.lost().forEach(lost);
        return Json.write(pywr.said());
    }

    private static Element yaml(Path file) {
        try {
            Object value = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
            if (value instanceof Map) {
                return new Element("", value);
            }
            throw new BasinException(
                    file.toString(), "the document is not a set of fields", "begin with 'basin: name'.");
        } catch (IOException e) {
            throw new BasinException(
                    file.toString(), "the file cannot be read (" + e.getMessage() + ")", "the path is mistyped.");
        } catch (YAMLException e) {
            throw new BasinException(
                    file.toString(), "this is not YAML: " + e.getMessage(), "indent with spaces, not tabs.");
        }
    }

    /** Words that are for the reader, wherever they stand. */
    private static final Set<String> FOR_THE_READER = Set.of("note", "source", "assumed");

    private static Map<String, Object> translate(Element document, Path folder) {
        Element model = document.watched();
        Plan plan = new Plan();
        Element period = model.need("period");
        Map<String, Object> timestepper = new LinkedHashMap<>();
        timestepper.put("start", date(period.need("start")));
        timestepper.put("end", date(period.need("end")));
        String step =
                period.get("step").missing() ? "month" : period.get("step").key();
        timestepper.put(
                "timestep",
                switch (step) {
                    case "month" -> "M";
                    case "week" -> "W-SUN";
                    case "day" -> 1;
                    case "decade", "10 days" -> 10;
                    default -> step.matches("\\d+") ? (Object) Integer.parseInt(step) : step;
                });
        Series series = new Series(plan, folder, timestepper);
        Parts parts = new Parts(plan, series);
        for (Element part : model.need("parts").items()) {
            parts.add(part);
        }
        parts.connect(model);
        new Limits(plan, parts).add(model.get("limits"));
        search(model.get("optimise"), plan);
        // names of states and organisations, and what anchors stand for
        Stream.of("countries", "organisations", "data").forEach(model::has);
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("metadata", Map.of("title", model.get("basin").text("basin")));
        result.put("timestepper", timestepper);
        if (model.has("scenarios")) {
            List<Object> scenarios = new ArrayList<>();
            model.get("scenarios")
                    .fields()
                    .forEach((name, given) -> scenarios.add(Plan.fields(
                            "name", name, "size", given.get("inflow").items().size())));
            result.put("scenarios", scenarios);
        }
        result.put("nodes", new ArrayList<>(plan.nodes.values()));
        result.put("edges", plan.edges);
        result.put("parameters", plan.parameters);
        result.put("recorders", plan.recorders);
        if (!plan.allocation.isEmpty()) {
            result.put("allocation", plan.allocation);
        }
        if (!plan.curves.isEmpty()) {
            result.put("curves", plan.curves);
        }
        if (!plan.rules.isEmpty()) {
            result.put("rules", plan.rules);
        }
        if (!plan.objectives.isEmpty()) {
            result.put("objectives", plan.objectives);
        }
        if (!plan.observed.isEmpty()) {
            result.put("observed", plan.observed);
        }
        model.refuseUnread(FOR_THE_READER);
        return result;
    }

    /** Marks parameters that a search may vary and recorders that it looks at. */
    @SuppressWarnings("unchecked")
    private static void search(Element optimise, Plan plan) {
        if (optimise.missing()) {
            return;
        }
        optimise.get("variables").fields().forEach((name, bounds) -> {
            if (!(plan.parameters.get(name) instanceof Map<?, ?> parameter)) {
                throw bounds.fail(
                        "there is no parameter \"" + name + '"', "it is one of " + plan.parameters.keySet() + ".");
            }
            double[] range = bounds.numbers();
            if (range.length != 2) {
                throw bounds.fail(range.length + " numbers", "give the least and the greatest value.");
            }
            ((Map<String, Object>) parameter)
                    .putAll(Plan.fields("is_variable", true, "lower_bounds", range[0], "upper_bounds", range[1]));
        });
        optimise.get("objectives").fields().forEach((name, direction) -> {
            if (direction.isObject()) {
                plan.objectives.put(name, volume(direction, plan));
                return;
            }
            if (!(plan.recorders.get(name) instanceof Map<?, ?> recorder)) {
                throw direction.fail(
                        "there is no recorder \"" + name + '"', "it is one of " + plan.recorders.keySet() + ".");
            }
            ((Map<String, Object>) recorder).put("is_objective", goal(direction));
        });
    }

    /** The water that passes a node in some months of the year, as an objective. */
    private static Map<String, Object> volume(Element given, Plan plan) {
        String node = given.need("flow").text();
        if (!plan.nodes.containsKey(node)) {
            throw given.get("flow")
                    .fail("there is no node \"" + node + '"', "it is one of " + plan.nodes.keySet() + ".");
        }
        List<Object> months = new ArrayList<>();
        for (Element month : given.need("months").items()) {
            int number = month.integer();
            if (number < 1 || number > 12) {
                throw month.fail(number + " is no month", "months are 1 for January to 12 for December.");
            }
            months.add(number);
        }
        return Plan.fields("flow", node, "months", months, "goal", goal(given.need("goal")));
    }

    private static String goal(Element given) {
        String goal = given.text();
        if (!goal.equals("minimise") && !goal.equals("maximise")) {
            throw given.fail('"' + goal + "\" is no goal", "write minimise or maximise.");
        }
        return goal;
    }

    private static String date(Element given) {
        return given.value() instanceof java.util.Date date
                ? date.toInstant()
                        .atZone(java.time.ZoneOffset.UTC)
                        .toLocalDate()
                        .toString()
                : given.text();
    }
}
