package org.darya.basin.picture;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.darya.basin.model.Node;
import org.darya.basin.model.Store;
import org.darya.basin.read.Element;
import org.darya.basin.result.Ledger;
import org.darya.basin.result.Observed;
import org.darya.basin.result.Surface;
import org.darya.basin.time.Step;

/** The pictures of a run, in a folder: each node that has something to show has a file of its own. */
public final class RunPictures {

    private final Ledger ledger;
    private final Element model;
    private final Path folder;
    private final List<Step> steps;

    /** Prepares to draw a run of a model. */
    public RunPictures(Ledger ledger, Element model, Path folder) {
        this.ledger = ledger;
        this.model = model;
        this.folder = folder;
        this.steps = ledger.model().timeline().steps();
    }

    /**
     * Draws the network, volumes, deficits, levels and what was observed.
     *
     * @param periods years ({@code 2008}) and months ({@code 2008-07}) that get a Sankey picture of their own
     * @param observed what to compare with
     * @param surfaces stores with a level
     */
    public void draw(List<Period> periods, List<Observed> observed, List<Surface> surfaces) {
        NetworkPicture picture = new NetworkPicture(model);
        picture.schematic(folder.resolve("schematic.svg"), ledger.model().title());
        sankey(picture, "sankey.svg", "mean flow", steps);
        for (Period period : periods) {
            sankey(picture, "sankey_" + period.name() + ".svg", period.name(), period.of(steps));
        }
        for (int i = 0; i < ledger.nodes().size(); i++) {
            Node node = ledger.nodes().get(i);
            if (node instanceof Store) {
                volume(node, i);
            } else if (ledger.isDemand(i) && !Surface.lost(node.name(), ledger)) {
                deficit(node, i);
            } else if (node.type().equals("RiverGauge")) {
                DurationPicture.draw(
                        file("duration_", node.name(), ""),
                        node.name() + ": duration curve",
                        "million m³ a day",
                        ledger.duration(i));
            }
        }
        surfaces.forEach(surface -> SeriesPicture.level(
                file("level_", surface.node(), ""),
                surface.node() + ": level",
                "m",
                steps,
                surface.levels(),
                List.of()));
        observed.forEach(this::observed);
    }

    private void sankey(NetworkPicture picture, String file, String when, List<Step> over) {
        String title = ledger.model().title();
        double days = over.stream().mapToDouble(Step::days).sum();
        picture.sankey(
                folder.resolve(file),
                title.isEmpty() ? when : title + ": " + when,
                name -> {
                    int at = ledger.find(name);
                    return at < 0
                            ? 0
                            : over.stream()
                                            .mapToDouble(step -> ledger.flow(at)[step.index()] * step.days())
                                            .sum()
                                    / days;
                },
                "million m³ a day");
    }

    private void volume(Node node, int at) {
        Element rules = model.get("rules");
        List<SeriesPicture.Line> lines = new ArrayList<>();
        if (rules.has(node.name())) {
            rules.get(node.name()).fields().forEach((kind, volumes) -> {
                double[] monthly = volumes.numbers();
                lines.add(new SeriesPicture.Line(
                        kind.equals("rule") ? "rule curve" : "flood zone",
                        steps.stream()
                                .mapToDouble(step -> monthly[step.month()])
                                .toArray()));
            });
        }
        SeriesPicture.fan(
                file("fan_", node.name(), ""), node.name() + ": volume", "million m³", steps, ledger.spread(at), lines);
    }

    private void deficit(Node node, int at) {
        double[] share = IntStream.range(0, steps.size())
                .mapToDouble(t -> {
                    double wanted = ledger.wanted(at)[t];
                    return wanted > 0 ? Math.max(0, 1 - ledger.flow(at)[t] / wanted) : Double.NaN;
                })
                .toArray();
        SeriesPicture.heat(file("deficit_", node.name(), ""), node.name() + ": deficit", steps, share);
    }

    private void observed(Observed observed) {
        double[] simulated = observed.simulated();
        double[][] spread = {simulated, simulated, simulated};
        String title = observed.node() + ": " + observed.quantity();
        List<SeriesPicture.Line> lines = List.of(new SeriesPicture.Line("observed", observed.observed()));
        boolean level = observed.quantity().equals("level");
        Path file = file("", observed.node(), level ? "_level_observed" : "_observed");
        if (level) {
            SeriesPicture.level(file, title, "m", steps, spread, lines);
        } else {
            String unit = observed.quantity().equals("volume") ? "million m³" : "million m³ a day";
            SeriesPicture.fan(file, title, unit, steps, spread, lines);
        }
    }

    private Path file(String before, String name, String after) {
        return folder.resolve(before + name.replaceAll("[^\\p{L}\\p{N}_-]+", "_") + after + ".svg");
    }

    /**
     * A year or a month.
     *
     * @param name {@code 2008} or {@code 2008-07}
     */
    public record Period(String name) {
        /** The steps that begin in it. */
        public List<Step> of(List<Step> steps) {
            return steps.stream()
                    .filter(step -> {
                        String month = YearMonth.from(step.start()).toString();
                        return month.equals(name) || month.startsWith(name + "-");
                    })
                    .toList();
        }
    }
}
