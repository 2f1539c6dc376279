package org.darya.evidence.sensorthings.read;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.darya.evidence.sensorthings.model.EntityType;
import org.darya.evidence.sensorthings.model.Navigation;
import org.darya.evidence.sensorthings.model.Navigation.Join;
import org.darya.evidence.sensorthings.query.ResourcePath.Step;
import org.jspecify.annotations.Nullable;

/**
 * Where an address leads: its last step, and the entity before it.
 *
 * @param id of the entity before, where there is one
 * @param unproven a step that is taken to exist until a set turns out empty
 */
record Place(
        Step last, @Nullable Step before, long id, @Nullable Step unproven) {
    List<Sql> conditions(String alias, Tables tables) throws SQLException {
        var conditions = new ArrayList<Sql>();
        Long own = last.id();
        if (own != null) {
            Sql value = Sql.value("?::bigint", own);
            conditions.add(
                    last.type() == EntityType.OBSERVATION
                            ? Sql.of(alias + ".id >> 7 = {} >> 7 and " + alias + ".id = {}", value, value)
                            : Sql.of(alias + ".id = {}", value));
        }
        Navigation by = last.by();
        if (by != null && before != null) {
            Sql from = Sql.value("?::bigint", id);
            conditions.add(
                    switch (by.join()) {
                        case Join.HeldBy(String column) -> Sql.of(alias + "." + column + " = {}", from);
                        case Join.Pairs pairs ->
                            Sql.of(
                                    alias + ".id in (select x." + pairs.there() + " from " + pairs.table()
                                            + " x where x." + pairs.here() + " = {})",
                                    from);
                        case Join.Holds(String column) ->
                            Sql.of(
                                    alias + ".id = (select x." + column + " from {} where {})",
                                    tables.source(before.type(), "x"),
                                    before.type() == EntityType.OBSERVATION
                                            ? Sql.of("x.id >> 7 = {} >> 7 and x.id = {}", from, from)
                                            : Sql.of("x.id = {}", from));
                    });
        }
        return conditions;
    }
}
