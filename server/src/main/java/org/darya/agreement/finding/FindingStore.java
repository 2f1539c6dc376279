package org.darya.agreement.finding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what is found now, and what was found before wherever that was something else. */
public final class FindingStore {
    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final JsonMapper json;

    public FindingStore(JdbcClient jdbc, JdbcTemplate template, JsonMapper json) {
        this.jdbc = jdbc;
        this.template = template;
        this.json = json;
    }

    /**
     * Makes these the ones that hold. One that says the same as the one before leaves it and its time alone. Belongs in a
     * transaction of the caller.
     *
     * @param kind word of the kind of record
     * @param dated gives the same with the time it is made, ISO 8601
     */
    public <T> void replace(String kind, List<T> all, Function<T, String> id, BiFunction<T, String, T> dated) {
        Map<String, String> current = new HashMap<>();
        jdbc.sql("select id, content from agreement.finding where kind = :kind and current")
                .param("kind", kind)
                .query(row -> {
                    current.put(row.getString(1), row.getString(2));
                });
        String now = jdbc.sql("select to_char(now() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')")
                .query(String.class)
                .single();
        List<Object[]> fresh = new ArrayList<>();
        List<Object[]> orders = new ArrayList<>();
        List<String> past = new ArrayList<>(current.keySet());
        for (T one : all) {
            String key = id.apply(one);
            String content = json.writeValueAsString(one);
            if (content.equals(current.get(key))) {
                past.remove(key);
                orders.add(new Object[] {orders.size() + fresh.size(), kind, key});
            } else {
                fresh.add(new Object[] {
                    kind, key, orders.size() + fresh.size(), content, json.writeValueAsString(dated.apply(one, now))
                });
            }
        }
        template.batchUpdate(
                "update agreement.finding set current = false where kind = ? and id = ? and current",
                past.stream().map(key -> new Object[] {kind, key}).toList());
        template.batchUpdate("update agreement.finding set ord = ? where kind = ? and id = ? and current", orders);
        template.batchUpdate(
                "insert into agreement.finding (kind, id, ord, current, content, body) values (?, ?, ?, true, ?, ?::jsonb)",
                fresh);
    }
}
