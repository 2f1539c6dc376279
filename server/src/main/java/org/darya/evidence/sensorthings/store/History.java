package org.darya.evidence.sensorthings.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.darya.evidence.sensorthings.model.EntityType;

/** Keeps what rows held before they are changed or deleted. */
final class History {
    private static final String ENTITY =
            "insert into observation.former (kind, id, body, valid_from, author, replaced_by, deleted)"
                    + " select ?, t.id, to_jsonb(t), t.written, t.author, ?, ? from %s t where t.id = any (?)";
    private static final String OBSERVATION =
            // found first, then joined: on a cluster the one lies elsewhere than the others
            "with o as materialized (select o.id, o.datastream, to_jsonb(o) as body from observation.observation o where %s)"
                    + " insert into observation.former (kind, id, datastream, body, valid_from, author, replaced_by, deleted)"
                    + " select 'observation', o.id, o.datastream, o.body, coalesce(f.valid_to, w.at, '-infinity'),"
                    + " coalesce(f.replaced_by, w.author, 0), %s, %s from o"
                    + " left join lateral (select w.at, w.author from observation.written w where w.first_id <= o.id"
                    + " order by w.first_id desc limit 1) w on true"
                    + " left join lateral (select f.valid_to, f.replaced_by from observation.former f"
                    + " where f.kind = 'observation' and f.id = o.id order by f.valid_to desc limit 1) f on true";

    private History() {}

    static void keep(Connection connection, EntityType type, int[] ids, Author by, boolean deleted)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ENTITY.formatted(type.table()))) {
            statement.setString(1, type.kind());
            statement.setInt(2, by.id());
            statement.setBoolean(3, deleted);
            statement.setObject(4, ids);
            statement.executeUpdate();
        }
    }

    /** @param condition on alias o, with ids written by the server alone */
    static void keepObservations(Connection connection, String condition, Author by, boolean deleted)
            throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(OBSERVATION.formatted(condition, by.id(), deleted))) {
            statement.executeUpdate();
        }
    }
}
