package org.darya.evidence.indicator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.darya.evidence.Period;
import org.darya.evidence.SeriesData;
import org.darya.evidence.ValueStatus;
import org.darya.platform.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The series of datasets as they stand in the tables now, all in one query. */
final class SeriesStore {
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    SeriesStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Pool pool(Collection<String> datasets) {
        Map<String, Map<String, SeriesData>> byDataset = new HashMap<>();
        jdbc.sql("""
                        select d.dataset, s.id, s.indicator, s.dimensions::text as dimensions, coalesce(s.unit, '') as unit,
                            v.period, v.first_day, v.last_day, v.value, v.power, v.status, f.path, v.line
                        from evidence.dataset_series d
                        join evidence.series s on s.id = d.series
                        join evidence.value v on v.series = s.id
                        join evidence.import_file f on (f.import, f.nr) = (v.import, v.file)
                        where d.dataset = any(:datasets)
                        order by d.dataset, s.id, v.first_day, v.last_day""").param("datasets", datasets.toArray(String[]::new)).query(row -> {
            Map<String, SeriesData> all =
                    byDataset.computeIfAbsent(row.getString("dataset"), dataset -> new LinkedHashMap<>());
            SeriesData series = all.get(row.getString("id"));
            if (series == null) {
                series = new SeriesData(
                        row.getString("id"),
                        row.getString("indicator"),
                        json.readValue(row.getString("dimensions"), TEXTS),
                        row.getString("unit"),
                        new ArrayList<>());
                all.put(series.id(), series);
            }
            BigDecimal value = row.getBigDecimal("value");
            series.rows()
                    .add(new SeriesData.Row(
                            new Period(
                                    row.getString("period"),
                                    row.getDate("first_day").toLocalDate(),
                                    row.getDate("last_day").toLocalDate()),
                            value == null ? null : value.scaleByPowerOfTen(row.getInt("power")),
                            status(row.getString("status")),
                            row.getString("path"),
                            row.getLong("line")));
        });
        return (dataset, code) -> byDataset.getOrDefault(dataset, Map.of()).values().stream()
                .filter(series -> series.indicator().equals(code))
                .toList();
    }

    private static ValueStatus status(String word) {
        ValueStatus status = Words.of(ValueStatus.class).get(word);
        if (status == null) {
            throw new IllegalStateException("a status nobody knows: " + word);
        }
        return status;
    }
}
