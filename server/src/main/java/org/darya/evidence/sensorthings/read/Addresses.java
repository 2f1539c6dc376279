package org.darya.evidence.sensorthings.read;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.darya.evidence.sensorthings.StaProblem;
import org.darya.evidence.sensorthings.model.EntityType;
import org.darya.evidence.sensorthings.query.ResourcePath;
import org.darya.evidence.sensorthings.query.ResourcePath.Step;

/** Finds what the steps of an address lead to. */
final class Addresses {
    private final Connection connection;
    private final Tables tables;

    Addresses(Connection connection, Tables tables) {
        this.connection = connection;
        this.tables = tables;
    }

    Place place(ResourcePath path) throws SQLException {
        List<Step> steps = path.steps();
        Step before = null;
        long id = 0;
        for (Step step : steps.subList(0, steps.size() - 1)) {
            boolean trusted = before == null && steps.size() == 2 && tables.all();
            id = trusted && step.id() != null ? step.id() : resolve(path, new Place(step, before, id, null));
            before = step;
        }
        Step unproven = steps.size() == 2 && tables.all() ? steps.getFirst() : null;
        return new Place(path.last(), before, id, unproven);
    }

    private long resolve(ResourcePath path, Place place) throws SQLException {
        String alias = tables.alias();
        EntityType type = place.last().type();
        var conditions = new ArrayList<>(place.conditions(alias, tables));
        conditions.addAll(tables.conditions(type, alias));
        Sql sql =
                Sql.of("select " + alias + ".id from {}{} limit 1", tables.source(type, alias), Sql.where(conditions));
        long found = Statements.query(connection, sql, rows -> rows.next() ? rows.getLong(1) : -1L);
        if (found < 0) {
            throw missing(path);
        }
        return found;
    }

    /** @throws StaProblem where there is no such entity */
    void prove(ResourcePath path, Step step) throws SQLException {
        resolve(path, new Place(step, null, 0, null));
    }

    static StaProblem missing(ResourcePath path) {
        String named = path.steps().stream()
                .map(step -> (step.by() == null ? step.type().set() : step.by().name())
                        + (step.id() == null ? "" : "(" + step.id() + ")"))
                .collect(Collectors.joining("/"));
        return StaProblem.notFound("There is nothing at %s.".formatted(named));
    }
}
