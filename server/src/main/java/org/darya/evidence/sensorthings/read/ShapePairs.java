package org.darya.evidence.sensorthings.read;

import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import org.darya.evidence.sensorthings.StaProblem;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;

/** Which kept geometries stand in a relation to which others: a tree of rectangles finds what meets, JTS decides. */
record ShapePairs(int[] first, int[] second) {
    /** Pairs that are handed to the database at most. */
    private static final int MOST = 500_000;

    /** @param relation one that holds only of geometries that meet */
    static ShapePairs meeting(
            Map<Integer, Geometry> firsts, Map<Integer, Geometry> seconds, BiPredicate<Geometry, Geometry> relation) {
        var tree = new STRtree();
        seconds.forEach((id, geometry) -> tree.insert(geometry.getEnvelopeInternal(), id));
        var first = IntStream.builder();
        var second = IntStream.builder();
        int found = 0;
        for (var one : firsts.entrySet()) {
            for (Object near : tree.query(one.getValue().getEnvelopeInternal())) {
                Geometry other = near instanceof Integer id ? seconds.get(id) : null;
                if (other == null || !relation.test(one.getValue(), other)) {
                    continue;
                }
                if (++found > MOST) {
                    throw StaProblem.bad(
                            "More than %d pairs of geometries stand in this relation.".formatted(MOST),
                            "Maybe compare with a given geometry first, by geography'POLYGON(...)'.");
                }
                first.add(one.getKey());
                second.add((Integer) near);
            }
        }
        return new ShapePairs(first.build().toArray(), second.build().toArray());
    }

    /** Whether two rows, by their ids, are such a pair. */
    Sql condition(String firstAlias, String secondAlias) {
        return Sql.of(
                "((" + firstAlias + ".id, " + secondAlias + ".id) in (select * from unnest({}, {})))",
                Sql.value("?::int[]", first),
                Sql.value("?::int[]", second));
    }
}
