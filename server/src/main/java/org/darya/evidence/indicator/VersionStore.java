package org.darya.evidence.indicator;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.darya.evidence.Indicator;
import org.darya.evidence.IndicatorValue;
import org.darya.evidence.IndicatorVersion;
import org.darya.evidence.Indicators;
import org.darya.evidence.Line;
import org.darya.evidence.UsedValue;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Versions in their tables. Points and what went into them lie in two columns: an overview reads the first alone, which
 * is the smaller by far.
 */
@Component
public class VersionStore {
    private static final TypeReference<Map<String, String>> KEY = new TypeReference<>() {};
    private static final TypeReference<List<StoredPoint>> POINTS = new TypeReference<>() {};
    private static final TypeReference<List<List<UsedValue>>> USED = new TypeReference<>() {};
    private static final TypeReference<List<StoredReason>> NOTES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final JsonMapper json;

    VersionStore(JdbcClient jdbc, JdbcTemplate template, JsonMapper json) {
        this.jdbc = jdbc;
        this.template = template;
        this.json = json;
    }

    /** A line of the newest version of an indicator, without what went into it. */
    public record CurrentLine(String indicator, String version, Line line) {}

    /** Id of the newest version, or null where there is none. */
    public @Nullable String current(String indicator) {
        return jdbc.sql("select version from evidence.current_version where indicator = :indicator")
                .param("indicator", indicator)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    public List<Indicators.VersionEntry> all(String indicator) {
        return jdbc.sql("""
                        select v.id, to_char(v.computed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), v.method,
                            v.method_version, c.version is not null
                        from evidence.version v
                        left join evidence.current_version c on (c.indicator, c.version) = (v.indicator, v.id)
                        where v.indicator = :indicator order by v.computed_at desc, v.id""")
                .param("indicator", indicator)
                .query((row, i) -> new Indicators.VersionEntry(
                        row.getString(1), row.getString(2), row.getString(3), row.getInt(4), row.getBoolean(5)))
                .list();
    }

    public @Nullable IndicatorVersion find(String indicator, String id, boolean current) {
        return jdbc.sql("""
                        select to_char(computed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as computed, method,
                            method_version, unit, notes::text as notes
                        from evidence.version where indicator = :indicator and id = :id""")
                .param("indicator", indicator)
                .param("id", id)
                .query((row, i) -> new IndicatorVersion(
                        indicator,
                        id,
                        row.getString("computed"),
                        current,
                        row.getString("method"),
                        row.getInt("method_version"),
                        row.getString("unit"),
                        json.readValue(row.getString("notes"), NOTES).stream()
                                .map(StoredReason::explained)
                                .toList(),
                        lines(indicator, id)))
                .optional()
                .orElse(null);
    }

    private List<Line> lines(String indicator, String id) {
        return jdbc.sql("""
                        select key::text as key, country, aggregate, points::text as points, used::text as used
                        from evidence.line where indicator = :indicator and version = :id order by nr""")
                .param("indicator", indicator)
                .param("id", id)
                .query((row, i) -> line(row, json.readValue(row.getString("used"), USED)))
                .list();
    }

    /**
     * @param indicators ids of those that are wanted
     * @param country null for all
     */
    public List<CurrentLine> currentLines(Collection<String> indicators, @Nullable String country) {
        return jdbc.sql("""
                        select l.indicator, l.version, l.key::text as key, l.country, l.aggregate, l.points::text as points
                        from evidence.current_version c
                        join evidence.line l on (l.indicator, l.version) = (c.indicator, c.version)
                        where c.indicator = any(:indicators) and (:country::text is null or l.country = :country)
                        order by l.indicator, l.nr""")
                .param("indicators", indicators.toArray(String[]::new))
                .param("country", country)
                .query((row, i) ->
                        new CurrentLine(row.getString("indicator"), row.getString("version"), line(row, List.of())))
                .list();
    }

    /** Ids of all versions by indicator. */
    Map<String, Set<String>> known() {
        Map<String, Set<String>> known = new HashMap<>();
        jdbc.sql("select indicator, id from evidence.version").query(row -> {
            known.computeIfAbsent(row.getString(1), indicator -> new HashSet<>())
                    .add(row.getString(2));
        });
        return known;
    }

    void add(Indicator indicator, Computed computed) {
        jdbc.sql("""
                        insert into evidence.version (indicator, id, method, method_version, unit, declaration, notes)
                        values (:indicator, :id, :method, :version, :unit, :declaration::jsonb, :notes::jsonb)""")
                .param("indicator", indicator.id())
                .param("id", computed.version())
                .param("method", indicator.method())
                .param("version", computed.methodVersion())
                .param("unit", computed.unit())
                .param("declaration", json.writeValueAsString(VersionId.declaration(indicator)))
                .param("notes", json.writeValueAsString(computed.notes()))
                .update();
        List<Object[]> rows = new ArrayList<>();
        for (Line line : computed.lines()) {
            rows.add(new Object[] {
                indicator.id(),
                computed.version(),
                rows.size(),
                json.writeValueAsString(line.key()),
                line.country(),
                line.aggregate(),
                json.writeValueAsString(
                        line.values().stream().map(StoredPoint::of).toList()),
                json.writeValueAsString(
                        line.values().stream().map(IndicatorValue::used).toList())
            });
        }
        template.batchUpdate(
                "insert into evidence.line (indicator, version, nr, key, country, aggregate, points, used)"
                        + " values (?, ?, ?, ?::jsonb, ?, ?, ?::jsonb, ?::jsonb)",
                rows);
    }

    void makeCurrent(String indicator, String version) {
        jdbc.sql("""
                        insert into evidence.current_version (indicator, version) values (:indicator, :version)
                        on conflict (indicator) do update set version = excluded.version""").param("indicator", indicator).param("version", version).update();
    }

    /** Versions of indicators that are not declared any more stay, and none of them is the current one. */
    void forget(List<String> declared) {
        jdbc.sql("delete from evidence.current_version where not indicator = any(:declared)")
                .param("declared", declared.toArray(String[]::new))
                .update();
        jdbc.sql("""
                        insert into evidence.computed (import) select coalesce(max(id), 0) from evidence.import
                        on conflict (one) do update set import = excluded.import""").update();
    }

    /** Values are seen by those who see the declaration as it is now. */
    void followDeclarations() {
        for (String table : List.of("version", "line", "current_version")) {
            jdbc.sql("""
                            update evidence.%s t set visibility = i.visibility from evidence.indicator i
                            where i.id = t.indicator and t.visibility <> i.visibility""".formatted(table)).update();
        }
    }

    /** Whether a value that indicators are computed from changed since they were. */
    public boolean outdated() {
        return jdbc.sql("""
                        select exists (select from evidence.dataset_series d join evidence.value v using (series)
                            where v.import > (select coalesce(max(import), -1) from evidence.computed))""").query(Boolean.class).single();
    }

    private Line line(ResultSet row, List<List<UsedValue>> used) throws SQLException {
        List<StoredPoint> points = json.readValue(row.getString("points"), POINTS);
        List<IndicatorValue> values = IntStream.range(0, points.size())
                .mapToObj(i -> points.get(i).value(used.isEmpty() ? List.of() : used.get(i)))
                .toList();
        return new Line(
                json.readValue(row.getString("key"), KEY),
                row.getString("country"),
                row.getBoolean("aggregate"),
                values);
    }
}
