package org.darya.basin.picture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.darya.basin.read.Element;

/** The nodes and edges of a model laid out from the sources on the left to the outlets on the right. */
final class Graph {

    final List<String> names = new ArrayList<>();
    final List<String> types = new ArrayList<>();
    final List<int[]> edges = new ArrayList<>();
    final int[] layer;
    final double[] height;
    int layers;
    int widest;

    Graph(Element model) {
        Map<String, Integer> place = new LinkedHashMap<>();
        for (Element node : model.get("nodes").items()) {
            place.put(node.get("name").text(), names.size());
            names.add(node.get("name").text());
            types.add(node.get("type").word(""));
        }
        for (Element edge : model.get("edges").items()) {
            Integer from = place.get(edge.items().get(0).text());
            Integer to = place.get(edge.items().get(1).text());
            if (from != null && to != null) {
                edges.add(new int[] {from, to});
            }
        }
        layer = layers();
        height = order();
    }

    boolean connected(int node) {
        return edges.stream().anyMatch(edge -> edge[0] == node || edge[1] == node);
    }

    private int[] layers() {
        int[] depth = new int[names.size()];
        // longest path from a source; a circle stops growing after as many rounds as there are nodes
        boolean grew = true;
        for (int round = 0; round < names.size() && grew; round++) {
            grew = false;
            for (int[] edge : edges) {
                if (depth[edge[1]] <= depth[edge[0]] && depth[edge[0]] < names.size()) {
                    depth[edge[1]] = depth[edge[0]] + 1;
                    grew = true;
                }
            }
        }
        // a source stands just before what it feeds
        for (int i = 0; i < depth.length; i++) {
            int node = i;
            if (edges.stream().noneMatch(edge -> edge[1] == node)) {
                depth[i] = edges.stream()
                        .filter(edge -> edge[0] == node)
                        .mapToInt(edge -> depth[edge[1]] - 1)
                        .min()
                        .orElse(0);
            }
        }
        layers = Arrays.stream(depth).max().orElse(0) + 1;
        return depth;
    }

    private double[] order() {
        double[] y = new double[names.size()];
        List<List<Integer>> columns = new ArrayList<>();
        for (int l = 0; l < layers; l++) {
            columns.add(new ArrayList<>());
        }
        for (int i = 0; i < names.size(); i++) {
            if (connected(i)) {
                columns.get(layer[i]).add(i);
            }
        }
        widest = columns.stream().mapToInt(List::size).max().orElse(1);
        spread(columns, y);
        // nodes move toward the middle of their neighbours, a few times from both sides
        for (int round = 0; round < 12; round++) {
            for (List<Integer> column : columns) {
                column.sort(Comparator.comparingDouble(node -> middle(node, y)));
                spread(List.of(column), y);
            }
        }
        return y;
    }

    private double middle(int node, double[] y) {
        double sum = 0;
        int count = 0;
        for (int[] edge : edges) {
            if (edge[0] == node || edge[1] == node) {
                sum += y[edge[0] == node ? edge[1] : edge[0]];
                count++;
            }
        }
        return count == 0 ? y[node] : sum / count;
    }

    private void spread(List<List<Integer>> columns, double[] y) {
        for (List<Integer> column : columns) {
            for (int i = 0; i < column.size(); i++) {
                y[column.get(i)] = (i + 0.5) / column.size();
            }
        }
    }
}
