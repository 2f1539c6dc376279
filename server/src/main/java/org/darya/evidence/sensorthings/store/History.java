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
    private static final String COLUMNS =
            "datastream, id, phenomenon_time, phenomenon_end, result, feature, result_time, detail";
    private static final String OBSERVATION =
            // each found first, then joined: on a cluster what was written when lies elsewhere than the observations
            "with o as materialized (select " + COLUMNS + " from observation.observation o where %s),"
                    + " f as materialized (select f.datastream, f.id, f.valid_to, f.replaced_by"
                    + " from observation.former_observation f join o on o.datastream = f.datastream and o.id = f.id),"
                    + " l as (select distinct on (datastream, id) * from f order by datastream, id, valid_to desc)"
                    + " insert into observation.former_observation (" + COLUMNS
                    + ", valid_from, author, replaced_by, deleted)"
                    + " select o.*, coalesce(l.valid_to, w.at, '-infinity'), coalesce(l.replaced_by, w.author, 0), %s, %s from o"
                    + " left join lateral (select w.at, w.author from observation.written_now w where w.first_id <= o.id"
                    + " order by w.first_id desc limit 1) w on true"
                    + " left join l on l.datastream = o.datastream and l.id = o.id";

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
