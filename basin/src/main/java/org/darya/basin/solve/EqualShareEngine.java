package org.darya.basin.solve;

import java.util.Arrays;
import java.util.List;

/**
 * Serves the members of a group alike: the plan is the one that gives every member the same share of what it wants; where a
 * member can get no more, its share is fixed and the rest goes on alike (progressive filling; Bertsekas and Gallager, Data
 * Networks, 1992, section 6.5.2).
 *
 * <p>A group is one arc that carries what all members want together, from the outside world to itself, and one side row for
 * each member that ties its flow to its part of that arc. The plan is solved with all members tied. The price of a row is
 * what one unit more for its member alone would cost; where it is above zero the member holds the others back: its flow is
 * fixed, its tie is cut, and the plan is solved again, until no member holds back another. So there are at most as many
 * rounds as members, and each answer is exact, not a search for a number.
 */
final class EqualShareEngine implements Engine {

    /** Prices smaller than this are the tie rule, not a limit. */
    private static final double NEGLIGIBLE = 1e-5;

    /** A group that has this share of all that it wants has all. */
    private static final double ALL = 1 - 1e-12;

    private final Engine engine;
    private final Problem p;
    private final List<Group> groups;
    private final boolean[] tied;

    /** A group: its arc, the side rows of its members, and where in each row the arc of the group stands. */
    @SuppressWarnings("ArrayRecordComponent") // built once, read only
    private record Group(int arc, int[] rows, int[] places) {}

    private EqualShareEngine(Engine engine, Problem problem) {
        this.engine = engine;
        this.p = problem;
        this.groups = problem.sharingArcs().stream().map(arc -> group(arc)).toList();
        this.tied = new boolean[problem.rows()];
    }

    /** The engine itself if the problem has no groups. */
    static Engine around(Engine engine, Problem problem) {
        return problem.sharingArcs().isEmpty() ? engine : new EqualShareEngine(engine, problem);
    }

    private Group group(int arc) {
        int[] rows = java.util.stream.IntStream.range(0, p.rows())
                .filter(r -> placeIn(r, arc) >= 0)
                .toArray();
        return new Group(
                arc, rows, Arrays.stream(rows).map(r -> placeIn(r, arc)).toArray());
    }

    private int placeIn(int row, int arc) {
        for (int i = 0; i < p.rowArcs[row].length; i++) {
            if (p.rowArcs[row][i] == arc) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public void solve(int scenario) {
        Arrays.fill(tied, true);
        do {
            engine.solve(scenario);
            engine.prices(scenario);
        } while (cut());
    }

    /** Cuts the ties of those that hold others back; true if there is something left to gain. */
    private boolean cut() {
        boolean again = false;
        for (Group group : groups) {
            double total = p.flow[group.arc()];
            if (total >= ALL * p.upper[group.arc()]) {
                continue;
            }
            int held = 0;
            int left = 0;
            for (int i = 0; i < group.rows().length; i++) {
                int r = group.rows()[i];
                double part = -p.rowCoefficients[r][group.places()[i]];
                if (!tied[r] || part == 0) {
                    continue;
                }
                if (p.rowPrice[r] > NEGLIGIBLE) {
                    tied[r] = false;
                    p.rowCoefficients[r][group.places()[i]] = 0;
                    p.rowLower[r] = part * total;
                    p.rowUpper[r] = part * total;
                    held++;
                } else {
                    left++;
                }
            }
            again |= held > 0 && left > 0;
        }
        return again;
    }

    @Override
    public void prices(int scenario) {
        engine.prices(scenario);
    }

    @Override
    public long pivots() {
        return engine.pivots();
    }
}
