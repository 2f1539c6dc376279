package org.darya.evidence;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.darya.platform.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The series that are kept, and their values. */
@Service
public class Evidence {
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private static final String PASSES = """
            (:office::text is null or s.office = :office) and (:indicator::text is null or s.indicator = :indicator)""";
    private static final String COLUMNS = """
            select s.id, s.office, s.indicator, s.dimensions::text as dimensions, s.unit, s.titles::text as titles,
                v.count, v.first::text as first, v.last::text as last
            from evidence.series s cross join lateral
                (select count(*), min(first_day) as first, max(last_day) as last
                 from evidence.value where series = s.id) v
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Evidence(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * Series that pass, by office, indicator and id.
     *
     * @param office null for all
     * @param indicator null for all
     */
    public List<Series> series(@Nullable String office, @Nullable String indicator, int limit, int offset) {
        return jdbc.sql(COLUMNS + " where " + PASSES
                        + " order by s.office, s.indicator, s.id limit :limit offset :offset")
                .param("office", office)
                .param("indicator", indicator)
                .param("limit", limit)
                .param("offset", offset)
                .query((row, i) -> read(row))
                .list();
    }

    public int count(@Nullable String office, @Nullable String indicator) {
        return jdbc.sql("select count(*) from evidence.series s where " + PASSES)
                .param("office", office)
                .param("indicator", indicator)
                .query(Integer.class)
                .single();
    }

    /** Names of the offices that gave something. */
    public List<String> offices() {
        return jdbc.sql("select distinct office from evidence.series order by office")
                .query((row, i) -> row.getString(1))
                .list();
    }

    public @Nullable Series find(String id) {
        return jdbc.sql(COLUMNS + " where s.id = :id")
                .param("id", id)
                .query((row, i) -> read(row))
                .optional()
                .orElse(null);
    }

    /** The values of a series in the order of time, each with what held before. */
    public List<SeriesValue> values(String id) {
        Map<String, List<SeriesValue.Former>> former = new HashMap<>();
        jdbc.sql("select v.*, " + SOURCE + " from evidence.former_value v " + JOINS
                        + " where v.series = :id order by v.replaced_by desc")
                .param("id", id)
                .query(row -> {
                    former.computeIfAbsent(row.getString("period"), p -> new ArrayList<>())
                            .add(former(row));
                });
        return jdbc.sql("select v.*, " + SOURCE + " from evidence.value v " + JOINS
                        + " where v.series = :id order by v.first_day, v.last_day, v.period")
                .param("id", id)
                .query((row, i) -> value(row, former.getOrDefault(row.getString("period"), List.of())))
                .list();
    }

    private static final String SOURCE = "i.imported_at::text as imported_at, f.path, f.sha256";
    private static final String JOINS = """
            join evidence.import i on i.id = v.import
            join evidence.import_file f on (f.import, f.nr) = (v.import, v.file)""";

    private Series read(ResultSet row) throws SQLException {
        return new Series(
                row.getString("id"),
                row.getString("office"),
                row.getString("indicator"),
                json.readValue(row.getString("dimensions"), TEXTS),
                row.getString("unit"),
                json.readValue(row.getString("titles"), TEXTS),
                row.getInt("count"),
                row.getString("first"),
                row.getString("last"));
    }

    private static SeriesValue value(ResultSet row, List<SeriesValue.Former> former) throws SQLException {
        return new SeriesValue(
                new Period(
                        row.getString("period"),
                        row.getDate("first_day").toLocalDate(),
                        row.getDate("last_day").toLocalDate()),
                number(row),
                row.getInt("power"),
                status(row),
                row.getString("flag"),
                row.getString("footnote"),
                source(row),
                former);
    }

    private static SeriesValue.Former former(ResultSet row) throws SQLException {
        return new SeriesValue.Former(
                number(row),
                row.getInt("power"),
                status(row),
                row.getString("flag"),
                row.getString("footnote"),
                source(row),
                row.getLong("replaced_by"));
    }

    private static @Nullable BigDecimal number(ResultSet row) throws SQLException {
        return row.getBigDecimal("value");
    }

    private static ValueStatus status(ResultSet row) throws SQLException {
        ValueStatus status = Words.of(ValueStatus.class).get(row.getString("status"));
        if (status == null) {
            throw new IllegalStateException("a status nobody knows: " + row.getString("status"));
        }
        return status;
    }

    private static SeriesValue.Source source(ResultSet row) throws SQLException {
        return new SeriesValue.Source(
                row.getLong("import"),
                row.getString("imported_at"),
                row.getString("path"),
                row.getString("sha256"),
                row.getLong("line"));
    }
}
