package org.darya.register;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * The records of one kind in their room's table: columns to filter by, the whole record as JSON beside them.
 *
 * @param <T> the kind of record
 */
public final class EntryTable<T extends Entry> {
    private final Kind kind;
    private final String table;
    private final Class<T> type;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Catalogue catalogue;

    /**
     * @param table schema-qualified name of a table with the columns id, ord, level, themes, countries, body
     */
    public EntryTable(Kind kind, String table, Class<T> type, JdbcClient jdbc, JsonMapper json, Catalogue catalogue) {
        this.kind = kind;
        this.table = table;
        this.type = type;
        this.jdbc = jdbc;
        this.json = json;
        this.catalogue = catalogue;
    }

    public Kind kind() {
        return kind;
    }

    public Class<T> type() {
        return type;
    }

    /** All records that pass, in the order of the programme folder. */
    public List<T> list(Filter filter) {
        return list(filter, Integer.MAX_VALUE, 0);
    }

    /** A stretch of {@link #list(Filter)}. */
    public List<T> list(Filter filter, int limit, int offset) {
        return where(
                        jdbc.sql("select body::text from %s where %s order by ord limit :limit offset :offset"
                                .formatted(table, CONDITION)),
                        filter)
                .param("limit", limit)
                .param("offset", offset)
                .query((row, i) -> read(row.getString(1)))
                .list();
    }

    public int count(Filter filter) {
        return where(jdbc.sql("select count(*) from %s where %s".formatted(table, CONDITION)), filter)
                .query(Integer.class)
                .single();
    }

    /** The records that hold disagreements, in the order of the programme folder. */
    public List<T> disagreeing() {
        return jdbc.sql("select body::text from %s where jsonb_array_length(body -> 'disagreements') > 0 order by ord"
                        .formatted(table))
                .query((row, i) -> read(row.getString(1)))
                .list();
    }

    public @Nullable T find(String id) {
        return jdbc.sql("select body::text from %s where id = :id".formatted(table))
                .param("id", id)
                .query((row, i) -> read(row.getString(1)))
                .optional()
                .orElse(null);
    }

    /** The records behind these ids, in the order of the programme folder; those that are not there are left out. */
    public List<T> find(Collection<String> ids) {
        return jdbc.sql("select body::text from %s where id = any(:ids) order by ord".formatted(table))
                .param("ids", ids.toArray(String[]::new))
                .query((row, i) -> read(row.getString(1)))
                .list();
    }

    /** Puts these records in the place of all that were there. Belongs in a transaction of the caller. */
    public void replaceAll(List<T> entries) {
        jdbc.sql("delete from " + table).update();
        List<Object[]> rows = new ArrayList<>();
        for (T entry : entries) {
            rows.add(new Object[] {
                entry.id(),
                rows.size(),
                entry.head().level().name(),
                entry.head().themes().toArray(String[]::new),
                entry.countries().toArray(String[]::new),
                json.writeValueAsString(entry)
            });
        }
        catalogue.insert("insert into %s values (?, ?, ?, ?, ?, ?::jsonb)".formatted(table), rows);
        catalogue.replace(kind, entries);
    }

    private static final String CONDITION = """
            (:theme::text is null or :theme = any(themes))
            and (:country::text is null or :country = any(countries))
            and (:level::text is null or :level = level)""";

    private static JdbcClient.StatementSpec where(JdbcClient.StatementSpec sql, Filter filter) {
        Level level = filter.level();
        return sql.param("theme", filter.theme())
                .param("country", filter.country())
                .param("level", level == null ? null : level.name());
    }

    private T read(String body) {
        return json.readValue(body, type);
    }
}
