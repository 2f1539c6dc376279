package org.darya.basin.solve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever is hung where, the order, places and sizes are those that the vertices above imply. */
class TreeTest {

    @Property(tries = 200)
    void orderAndSizesFollowEveryExchange(@ForAll long seed, @ForAll @IntRange(min = 2, max = 40) int vertices) {
        Random random = new Random(seed);
        int arcs = 4 * vertices;
        int[] from = random.ints(arcs, 0, vertices).toArray();
        int[] to = random.ints(arcs, 0, vertices).toArray();
        Problem problem = new Problem(vertices, from, to, new int[0][], Collections.nCopies(arcs, "arc"), List.of());
        Tree tree = new Tree(vertices);
        tree.grow(problem);
        check(tree, problem);
        for (int i = 0; i < 100; i++) {
            int top = 1 + random.nextInt(vertices - 1);
            int a = random.nextInt(arcs);
            boolean into = tree.below(to[a], top);
            if (into == tree.below(from[a], top)) {
                continue;
            }
            tree.exchange(top, a, into ? to[a] : from[a], into ? from[a] : to[a], !into);
            check(tree, problem);
        }
    }

    private static void check(Tree tree, Problem p) {
        int n = tree.parent.length;
        int[] size = new int[n];
        assertThat(tree.order[0]).isZero();
        for (int i = n - 1; i >= 0; i--) {
            int v = tree.order[i];
            assertThat(tree.place[v]).isEqualTo(i);
            size[v]++;
            if (i > 0) {
                int above = tree.parent[v];
                size[above] += size[v];
                assertThat(tree.place[above]).isLessThan(i);
                // together: the vertex lies in the block of the one above
                assertThat(i).isLessThan(tree.place[above] + tree.size[above]);
                int a = tree.arc[v];
                int start = a < p.arcs ? p.from[a] : v;
                int end = a < p.arcs ? p.to[a] : 0;
                assertThat(tree.upward[v] ? start : end).isEqualTo(v);
                assertThat(tree.upward[v] ? end : start).isEqualTo(above);
            }
        }
        assertThat(size).isEqualTo(tree.size);
    }
}
