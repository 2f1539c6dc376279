package org.darya.basin.picture;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import org.darya.basin.read.Element;

/** Draws a network: as a plain schematic, or with bands as wide as the water that flows (Sankey). */
public final class NetworkPicture {

    private static final double LEFT = 70;
    private static final double TOP = 70;

    private static final double SIZE = 10.5;
    private static final int LONGEST = 18;

    private final Graph graph;
    private final double width;
    private final double height;

    /** Lays a model out. */
    public NetworkPicture(Element model) {
        this.graph = new Graph(model);
        this.width = Math.max(640, graph.layers * 118 + 2 * LEFT + 130);
        this.height = Math.max(320, graph.widest * 64 + 2 * TOP);
    }

    private double x(int node) {
        return LEFT + graph.layer[node] * (width - 2 * LEFT - 130) / Math.max(1, graph.layers - 1);
    }

    private double y(int node) {
        return TOP + graph.height[node] * (height - 2 * TOP);
    }

    /** Draws the schematic. */
    public void schematic(Path file, String title) {
        Svg svg = new Svg(width, height, title);
        for (int[] edge : graph.edges) {
            band(svg, edge, 1.6, Svg.PALE_WATER, graph.names.get(edge[0]) + " → " + graph.names.get(edge[1]));
        }
        nodes(svg, node -> List.of());
        legend(svg);
        svg.write(file);
    }

    /**
     * Draws bands as wide as flows. The flow of an edge is not known where the network leaves it open; it is then the share
     * of its end in what leaves its start.
     *
     * @param flow mean flow of a node by name
     * @param unit unit of the flows, for the notes
     */
    public void sankey(Path file, String title, ToDoubleFunction<String> flow, String unit) {
        Svg svg = new Svg(width, height, title);
        double greatest = graph.names.stream()
                .mapToDouble(name -> Math.abs(flow.applyAsDouble(name)))
                .max()
                .orElse(1);
        for (int[] edge : graph.edges) {
            double amount = share(edge, flow);
            double thick = Math.max(0.4, 34 * amount / Math.max(greatest, 1e-12));
            String note = String.format(
                    Locale.ROOT, "%s → %s: %.4g %s", graph.names.get(edge[0]), graph.names.get(edge[1]), amount, unit);
            band(svg, edge, thick, Svg.WATER, note);
        }
        nodes(
                svg,
                node -> isStore(node)
                        ? List.of()
                        : List.of(String.format(
                                Locale.ROOT, "%.3g", Math.abs(flow.applyAsDouble(graph.names.get(node))))));
        svg.text(width - 24, height - 18, 11, Svg.FAINT, "end", "flows in " + unit);
        svg.write(file);
    }

    private double share(int[] edge, ToDoubleFunction<String> flow) {
        double into = through(edge[1], flow);
        double outOf = through(edge[0], flow);
        double leaving = 0;
        double arriving = 0;
        for (int[] other : graph.edges) {
            leaving += other[0] == edge[0] ? through(other[1], flow) : 0;
            arriving += other[1] == edge[1] ? through(other[0], flow) : 0;
        }
        double down = leaving == 0 ? 0 : outOf * into / leaving;
        double up = arriving == 0 ? 0 : into * outOf / arriving;
        return Math.min(Math.max(down, up), into == 0 ? 0 : Math.max(into, 0));
    }

    /** What passes a node: a store passes on what its outlets take. */
    private double through(int node, ToDoubleFunction<String> flow) {
        if (!graph.types.get(node).contains("storage") && !graph.types.get(node).contains("reservoir")) {
            return Math.max(0, flow.applyAsDouble(graph.names.get(node)));
        }
        double arriving = 0;
        for (int[] edge : graph.edges) {
            if (edge[1] == node && edge[0] != node && !graph.types.get(edge[0]).contains("storage")) {
                arriving += Math.max(0, flow.applyAsDouble(graph.names.get(edge[0])));
            }
        }
        return Math.max(0, arriving - flow.applyAsDouble(graph.names.get(node)));
    }

    private void band(Svg svg, int[] edge, double thick, String colour, String note) {
        double x1 = x(edge[0]);
        double x2 = x(edge[1]);
        double y1 = y(edge[0]);
        double y2 = y(edge[1]);
        double half = (x2 - x1) / 2;
        String path = String.format(
                Locale.ROOT, "M%.1f %.1f C%.1f %.1f %.1f %.1f %.1f %.1f", x1, y1, x1 + half, y1, x2 - half, y2, x2, y2);
        svg.path(path, "none", colour, thick, 0.62, note);
    }

    private void nodes(Svg svg, IntFunction<List<String>> below) {
        for (int i = 0; i < graph.names.size(); i++) {
            if (!graph.connected(i)) {
                continue;
            }
            boolean store = isStore(i);
            double side = store ? 15 : graph.types.get(i).equals("output") ? 10 : 7;
            svg.box(
                    x(i) - side / 2,
                    y(i) - side / 2,
                    side,
                    side,
                    colour(i),
                    graph.names.get(i) + " (" + graph.types.get(i) + ")");
            // neighbours in a column are close: names stand beside outlets and, turn by turn, above or below the rest
            boolean end =
                    graph.layer[i] == graph.layers - 1 || graph.types.get(i).equals("output");
            List<String> lines = new ArrayList<>(wrapped(graph.names.get(i)));
            lines.addAll(below.apply(i));
            double line = SIZE + 1.5;
            double above = y(i) - side / 2 - 6 - (lines.size() - 1) * line;
            boolean up = (graph.layer[i] & 1) == 0;
            svg.label(
                    end ? x(i) + side / 2 + 5 : x(i),
                    end ? y(i) + 4 - (lines.size() - 1) * line / 2 : up ? above : y(i) + side / 2 + 12,
                    SIZE,
                    end ? "start" : "middle",
                    lines);
        }
    }

    /** A name in lines that fit between two columns. */
    private static List<String> wrapped(String name) {
        List<String> lines = new ArrayList<>();
        for (String word : name.split(" ")) {
            int last = lines.size() - 1;
            if (last >= 0 && lines.get(last).length() + word.length() < LONGEST) {
                lines.set(last, lines.get(last) + " " + word);
            } else {
                lines.add(word);
            }
        }
        return lines;
    }

    private boolean isStore(int node) {
        return graph.types.get(node).contains("storage")
                || graph.types.get(node).contains("reservoir");
    }

    private String colour(int node) {
        if (isStore(node)) {
            return Svg.WATER;
        }
        return switch (graph.types.get(node)) {
            case "catchment", "input", "discharge" -> "#5fb4c9";
            case "output" -> Svg.LAND;
            default -> Svg.FAINT;
        };
    }

    private void legend(Svg svg) {
        double at = 24;
        String[][] entries = {
            {"#5fb4c9", "source"}, {Svg.WATER, "store"}, {Svg.FAINT, "reach"}, {Svg.LAND, "demand or outlet"}
        };
        for (String[] entry : entries) {
            svg.box(at, height - 28, 10, 10, entry[0], entry[1]);
            svg.text(at + 15, height - 19, 11, Svg.FAINT, "start", entry[1]);
            at += 40 + entry[1].length() * 6.2;
        }
    }
}
