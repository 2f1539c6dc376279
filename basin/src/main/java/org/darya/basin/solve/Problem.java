package org.darya.basin.solve;

import java.util.List;

/**
 * The linear program of one step: a network of vertices and arcs, vertex 0 being the outside world, with boxes on the arcs,
 * and side rows that bind arcs together.
 *
 * <p>Minimise {@code sum cost[a] flow[a]} subject to: inflow equals outflow at every vertex but 0;
 * {@code lower[a] <= flow[a] <= upper[a]}; {@code rowLower[r] <= sum rowCoefficient[r][i] flow[rowArcs[r][i]] <= rowUpper[r]}.
 *
 * <p>The arrays of numbers are filled anew for each scenario and step; an engine leaves its answer in {@link #flow},
 * {@link #potential} and {@link #rowPrice}. The arrays by arc go on, after the last arc, with one stand-in for each vertex
 * but 0, which has no room and costs nothing; engines use them as a start.
 */
@SuppressWarnings("MutablePublicArray")
public final class Problem {

    /** Flows are exact to this share of the greatest flow (at least of 1). */
    public static final double PRECISION = 1e-9;

    /** Number of vertices, with the outside world. */
    public final int vertices;

    /** Number of arcs. */
    public final int arcs;

    /** Vertex where each arc begins. */
    public final int[] from;

    /** Vertex where each arc ends. */
    public final int[] to;

    /** Least flow of each arc. */
    public final double[] lower;

    /** Greatest flow of each arc; may be infinite. */
    public final double[] upper;

    /** Cost of a unit of flow on each arc. */
    public final double[] cost;

    /** Arcs of each side row. */
    public final int[][] rowArcs;

    /** Coefficients of each side row. */
    public final double[][] rowCoefficients;

    /** Least value of each side row; may be infinite. */
    public final double[] rowLower;

    /** Greatest value of each side row; may be infinite. */
    public final double[] rowUpper;

    /** Answer: flow on each arc. */
    public final double[] flow;

    /** Answer: value of a unit of water at each vertex, 0 in the outside world. */
    public final double[] potential;

    /** Answer: value of a unit of room in each side row. */
    public final double[] rowPrice;

    /** Names of what the arcs stand for, for messages. */
    public final List<String> arcNames;

    /** Names of what the side rows stand for, for messages. */
    public final List<String> rowNames;

    /** A bound from here on is meant to be none. */
    private static final double UNLIMITED = 1e20;

    private final int[] incidentFrom;
    private final int[] incident;
    private double magnitude = 1;
    private int[] pricedArcs;
    private boolean rowsVary = true;
    private List<Integer> sharingArcs = List.of();

    /** A problem without numbers. */
    public Problem(int vertices, int[] from, int[] to, int[][] rowArcs, List<String> arcNames, List<String> rowNames) {
        this.vertices = vertices;
        this.arcs = from.length;
        this.from = from;
        this.to = to;
        int all = arcs + vertices - 1;
        this.lower = new double[all];
        this.upper = new double[all];
        this.cost = new double[all];
        this.rowArcs = rowArcs;
        this.rowCoefficients = new double[rowArcs.length][];
        for (int r = 0; r < rowArcs.length; r++) {
            rowCoefficients[r] = new double[rowArcs[r].length];
        }
        this.rowLower = new double[rowArcs.length];
        this.rowUpper = new double[rowArcs.length];
        this.flow = new double[all];
        this.potential = new double[vertices];
        this.rowPrice = new double[rowArcs.length];
        this.arcNames = List.copyOf(arcNames);
        this.rowNames = List.copyOf(rowNames);
        this.pricedArcs = java.util.stream.IntStream.range(0, arcs).toArray();
        this.incidentFrom = new int[vertices + 1];
        this.incident = new int[2 * arcs];
        listIncident();
    }

    private void listIncident() {
        for (int a = 0; a < arcs; a++) {
            incidentFrom[from[a]]++;
            incidentFrom[to[a]]++;
        }
        int sum = 0;
        for (int v = 0; v <= vertices; v++) {
            int count = incidentFrom[v];
            incidentFrom[v] = sum;
            sum += count;
        }
        int[] next = incidentFrom.clone();
        for (int a = 0; a < arcs; a++) {
            incident[next[from[a]]++] = a;
            incident[next[to[a]]++] = a;
        }
    }

    /** Where the arcs of a vertex begin among the {@link #incident} ones; those of the next vertex follow. */
    int incidentFrom(int vertex) {
        return incidentFrom[vertex];
    }

    /** An arc that begins or ends at a vertex; the arcs of a vertex stand in their order. */
    int incident(int index) {
        return incident[index];
    }

    /** Number of side rows. */
    public int rows() {
        return rowArcs.length;
    }

    /** Tells which costs may change from solve to solve, and whether coefficients of side rows may; all, unless told. */
    public void varying(int[] costs, boolean coefficients) {
        this.pricedArcs = costs;
        this.rowsVary = coefficients;
    }

    /**
     * Tells which arcs stand for a group of users to be served alike. Such an arc leads from the outside world to itself and
     * has no cost; its greatest flow is what all members want. Each side row that it stands in ties the flow of one member
     * to its part: {@code flow - part x group = 0}. Solving cuts ties, so these rows must be filled anew for each solve.
     */
    public void sharing(List<Integer> arcs) {
        this.sharingArcs = List.copyOf(arcs);
    }

    List<Integer> sharingArcs() {
        return sharingArcs;
    }

    int[] pricedArcs() {
        return pricedArcs;
    }

    boolean rowsVary() {
        return rowsVary;
    }

    /** The greatest bound that was {@link #seen}, at least 1. */
    public double magnitude() {
        return magnitude;
    }

    /** Tells of a bound, so that {@link #big} lies far above all that limit a flow; beyond 1e20 a bound limits nothing. */
    public void seen(double bound) {
        double size = Math.abs(bound);
        if (size > magnitude && size < UNLIMITED) {
            magnitude = size;
        }
    }

    /** A flow that no plan reaches: stands for an infinite bound, so that every arc has a box. */
    public double big() {
        return magnitude * 1e5;
    }

    /**
     * How far a flow may lie outside its box. It goes by the flows there are, not by the bounds: where a demand of 1e12 means
     * "all there is", a reservoir must not be emptied below its bottom by a thousand.
     *
     * @param greatest greatest flow that is not computed from others
     */
    static double tolerance(double greatest) {
        return Math.max(1, greatest) * PRECISION;
    }

    /** The box of an arc, made finite. */
    double low(int arc) {
        return Math.max(lower[arc], -big());
    }

    /** The box of an arc, made finite. */
    double high(int arc) {
        return Math.min(upper[arc], big());
    }

    /** Total cost of the answer. */
    public double objective() {
        double sum = 0;
        for (int a = 0; a < arcs; a++) {
            sum += cost[a] * flow[a];
        }
        return sum;
    }
}
