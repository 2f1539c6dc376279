package org.darya.evidence;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.darya.evidence.Reading.Mean;
import org.darya.evidence.Reading.Span;
import org.darya.evidence.Stream.License;
import org.darya.evidence.Stream.Observed;
import org.darya.platform.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stations and what they measure, for people; programs ask SensorThings. The database shows the caller what it may see: a
 * stream that is hidden is not there, and its values are reached through it alone.
 */
@Service
@Transactional(readOnly = true)
public class Stations {
    private static final String UCUM = "ucum:";
    private static final String STATION = """
            select t.id, t.name, t.description, t.country, t.visibility, t.owner, p.name as place,
                (center(p.extent))[0] as lon, (center(p.extent))[1] as lat, s.streams, s.latest
            from observation.thing t
            left join lateral (select l.name, l.extent from observation.thing_location tl
                join observation.location l on l.id = tl.location
                where tl.thing = t.id and l.extent is not null order by l.id limit 1) p on true
            cross join lateral (select array(select d.id from observation.datastream d where d.thing = t.id) as ids) i
            cross join lateral (select cardinality(i.ids) as streams, max(e.phenomenon_to) as latest
                from observation.extents_of(i.ids) e) s
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Stations(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * Stations in the order of their names.
     *
     * @param country alpha-3 code; null for all
     */
    public Station.Part list(@Nullable String country, int offset, int limit) {
        String where = "where (:country::text is null or t.country = :country)";
        List<Station> found = jdbc.sql(STATION + where + " order by t.name, t.id offset :offset limit :limit")
                .param("country", country)
                .param("offset", offset)
                .param("limit", limit)
                .query((row, i) -> station(row))
                .list();
        long total = jdbc.sql("select count(*) from observation.thing t " + where)
                .param("country", country)
                .query(Long.class)
                .single();
        return new Station.Part(found, total);
    }

    /** The states that have a station, as alpha-3 codes in their order. */
    public List<String> countries() {
        return jdbc.sql("select distinct country from observation.thing where country is not null order by 1")
                .query((row, i) -> row.getString(1))
                .list();
    }

    public @Nullable Station find(int id) {
        return jdbc.sql(STATION + "where t.id = :id")
                .param("id", id)
                .query((row, i) -> station(row))
                .optional()
                .orElse(null);
    }

    /** What a station measures, each with its newest value, in the order of the names. */
    public List<Stream> streams(int station) {
        return jdbc.sql("""
                        select d.id, d.multi, d.name, d.description, d.unit::text, d.visibility,
                            d.properties ->> 'verticalDatum' as datum, coalesce(p.display_name, p.description) as party,
                            c.name as licence, c.definition as terms, coalesce(e.n, 0) as n, e.phenomenon_from, e.phenomenon_to,
                            (select jsonb_agg(jsonb_build_array(o.name, o.definition) order by x.rank)::text
                                from (select op.observed_property, op.rank from observation.datastream_property op
                                        where op.datastream = d.id
                                      union all select d.observed_property, 0 where not d.multi) x
                                join observation.observed_property o on o.id = x.observed_property) as observed,
                            v.phenomenon_time, v.phenomenon_end, v.result, v.detail::text
                        from observation.datastream d
                        left join observation.party p on p.id = d.party
                        left join observation.license c on c.id = d.license
                        left join observation.extents_of(array(select id from observation.datastream
                            where thing = :station)) e on e.datastream = d.id
                        left join lateral observation.latest_of(d.id) v on true
                        where d.thing = :station order by d.name, d.id""")
                .param("station", station)
                .query((row, i) -> stream(row))
                .list();
    }

    /**
     * The numbers of a stream, brought together by the calendar of UTC, in the order of time; periods without a number are
     * left out.
     *
     * @param from first day
     * @param to day after the last
     */
    public List<Mean> means(int stream, Span span, LocalDate from, LocalDate to) {
        return jdbc.sql("""
                        select date_trunc(:span, o.phenomenon_time at time zone 'UTC')::date as first, avg(o.result), min(o.result),
                            max(o.result), count(o.result), bool_and(coalesce(
                                o.detail #>> '{resultQuality,status}', o.detail ->> 'resultQuality', 'observed') = 'observed')
                        from observation.datastream d join observation.observation o on o.datastream = d.id
                        where d.id = :stream and o.result is not null
                            and o.phenomenon_time >= :from and o.phenomenon_time < :to
                        group by 1 order by 1""")
                .param("span", Words.of(span))
                .param("stream", stream)
                .param("from", from.atStartOfDay().atOffset(ZoneOffset.UTC))
                .param("to", to.atStartOfDay().atOffset(ZoneOffset.UTC))
                .query((row, i) -> {
                    LocalDate first = row.getObject(1, LocalDate.class);
                    return new Mean(
                            first,
                            switch (span) {
                                case DAY -> first;
                                case MONTH -> first.plusMonths(1).minusDays(1);
                                case YEAR -> first.plusYears(1).minusDays(1);
                            },
                            row.getDouble(2),
                            row.getDouble(3),
                            row.getDouble(4),
                            row.getLong(5),
                            row.getBoolean(6));
                })
                .list();
    }

    private static Station station(ResultSet row) throws SQLException {
        double longitude = row.getDouble("lon");
        Station.Position position =
                row.wasNull() ? null : new Station.Position(longitude, row.getDouble("lat"), row.getString("place"));
        return new Station(
                row.getInt("id"),
                row.getString("name"),
                row.getString("description"),
                row.getString("country"),
                row.getString("visibility"),
                row.getString("owner"),
                position,
                row.getInt("streams"),
                instant(row, "latest"));
    }

    private Stream stream(ResultSet row) throws SQLException {
        JsonNode observed = json.readTree(Objects.requireNonNullElse(row.getString("observed"), "[]"));
        JsonNode units = json.readTree(Objects.requireNonNullElse(row.getString("unit"), "{}"));
        List<Observed> properties = new ArrayList<>();
        for (int i = 0; i < observed.size(); i++) {
            properties.add(new Observed(
                    observed.get(i).path(0).asString(""),
                    observed.get(i).path(1).asString(""),
                    unit(units.isArray() ? units.path(i) : units)));
        }
        String licence = row.getString("licence");
        return new Stream(
                row.getInt("id"),
                row.getBoolean("multi"),
                row.getString("name"),
                row.getString("description"),
                properties,
                row.getString("visibility"),
                row.getString("datum"),
                row.getString("party"),
                licence == null ? null : new License(licence, row.getString("terms")),
                row.getLong("n"),
                instant(row, "phenomenon_from"),
                instant(row, "phenomenon_to"),
                reading(row));
    }

    private static String unit(JsonNode unit) {
        String definition = unit.path("definition").asString("");
        if (definition.startsWith(UCUM)) {
            return definition.substring(UCUM.length());
        }
        String symbol = unit.path("symbol").asString("");
        return symbol.isBlank() ? "1" : symbol;
    }

    private @Nullable Reading reading(ResultSet row) throws SQLException {
        Instant time = instant(row, "phenomenon_time");
        if (time == null) {
            return null;
        }
        String kept = row.getString("detail");
        JsonNode detail = json.readTree(kept == null ? "{}" : kept);
        JsonNode exact = detail.path("result");
        double number = row.getDouble("result");
        boolean none = row.wasNull();
        JsonNode quality = detail.path("resultQuality");
        return new Reading(
                time,
                instant(row, "phenomenon_end"),
                exact.isNumber()
                        ? exact.decimalValue()
                        : none ? null : BigDecimal.valueOf(number).stripTrailingZeros(),
                exact.isMissingNode() || exact.isNumber()
                        ? null
                        : exact.isString() ? exact.asString() : exact.toString(),
                Words.of(ValueStatus.class)
                        .get(
                                quality.isString()
                                        ? quality.asString()
                                        : quality.path("status").asString("")));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
