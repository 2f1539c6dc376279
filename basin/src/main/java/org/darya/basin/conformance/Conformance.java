package org.darya.basin.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.darya.basin.BasinException;
import org.darya.basin.read.Element;
import org.darya.basin.read.Json;
import org.darya.basin.run.Assembly;
import org.darya.basin.run.Model;
import org.darya.basin.run.ModelDocument;
import org.darya.basin.run.Observer;
import org.darya.basin.run.Simulation;
import org.darya.basin.solve.EngineKind;

/** Runs reference cases: folders with {@code case.json}, {@code model.json} and reference tables. */
public final class Conformance {

    /** Differences up to this, relative to the greater of 1 and the reference, are agreement. */
    public static final double TOLERANCE = 1e-6;

    private Conformance() {}

    /** All folders below one that hold a case, in order of their names. */
    public static List<Path> find(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.endsWith("case.json"))
                    .map(Path::getParent)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new BasinException(
                    root.toString(), "the folder cannot be read (" + e.getMessage() + ")", "the path is mistyped.");
        }
    }

    /** Runs one case with an engine. */
    public static Verdict run(Path folder, EngineKind engine) {
        Element about = Json.read(folder.resolve("case.json"));
        String name = about.get("case").text(String.valueOf(folder.getFileName()));
        String wanted = about.has("comparison")
                ? about.get("comparison").text()
                : about.get("status").text("?");
        boolean python = about.get("needs").words().contains("python");
        try {
            return switch (wanted) {
                case "expected-error" -> expectRefusal(name, wanted, folder, engine);
                case "load-only" -> loadOnly(name, wanted, folder);
                default -> compare(name, wanted, folder, engine);
            };
        } catch (BasinException e) {
            Verdict.Outcome outcome = python ? Verdict.Outcome.NOT_APPLICABLE : Verdict.Outcome.FAIL;
            return new Verdict(name, wanted, outcome, Double.NaN, 0, e.getMessage());
        }
    }

    private static Verdict expectRefusal(String name, String wanted, Path folder, EngineKind engine) {
        try {
            Assembly assembly = new Assembly(ModelDocument.read(folder.resolve("model.json")));
            new Simulation(assembly.build(0, assembly.scenarios().size()), engine).run();
        } catch (BasinException e) {
            return new Verdict(name, wanted, Verdict.Outcome.PASS, 0, 1, e.getMessage());
        }
        return new Verdict(name, wanted, Verdict.Outcome.FAIL, Double.NaN, 0, "the case was not refused");
    }

    private static Verdict loadOnly(String name, String wanted, Path folder) {
        Assembly assembly = new Assembly(ModelDocument.read(folder.resolve("model.json")));
        return new Verdict(
                name,
                wanted,
                Verdict.Outcome.PASS,
                0,
                assembly.scenarios().size(),
                assembly.scenarios().size() + " combinations");
    }

    private static Verdict compare(String name, String wanted, Path folder, EngineKind engine) {
        Assembly assembly = new Assembly(ModelDocument.read(folder.resolve("model.json")));
        List<Model> models = assembly.build(0, assembly.scenarios().size());
        Difference difference = new Difference();
        boolean sumsOnly = wanted.equals("degenerate");
        List<ModelComparison> comparisons = new ArrayList<>();
        List<Observer> observers = new ArrayList<>();
        for (Model model : models) {
            ModelComparison comparison = new ModelComparison(model, folder, difference, sumsOnly);
            comparisons.add(comparison);
            observers.add(comparison);
            if (sumsOnly) {
                observers.add(new SumComparison(model, folder, difference));
            }
        }
        try {
            new Simulation(models, engine).run(observers.toArray(Observer[]::new));
            comparisons.forEach(ModelComparison::finish);
        } catch (BasinException e) {
            // a case may end on purpose where its data end: what was run must agree
            if (!comparisons.stream().allMatch(ModelComparison::complete)) {
                throw e;
            }
        }
        if (!sumsOnly) {
            models.forEach(model -> RecorderComparison.compare(model, folder, difference));
        }
        boolean pass = difference.worst() <= TOLERANCE;
        return new Verdict(
                name,
                wanted,
                pass ? Verdict.Outcome.PASS : Verdict.Outcome.FAIL,
                difference.worst(),
                difference.compared(),
                pass ? "" : difference.where());
    }
}
