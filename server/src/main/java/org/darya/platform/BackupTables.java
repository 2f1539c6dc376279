package org.darya.platform;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What of a database goes into a backup: its tables, and what is in no table. */
final class BackupTables {
    private static final String TABLES = """
            select n.nspname, c.relname,
                   (select string_agg(quote_ident(a.attname), ', ' order by a.attnum) from pg_attribute a
                    where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '')
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = any (?) and c.relkind = 'r' and c.relname not in ('migration', 'migrated')
            order by array_position(?, n.nspname::text), c.relname""";

    private BackupTables() {}

    /** A table with the columns that are copied: those that follow from others are computed again. */
    record Table(String schema, String name, String columns) {
        String entry() {
            return schema + "/" + name + ".copy";
        }

        String quoted() {
            return "\"%s\".\"%s\"".formatted(schema, name);
        }
    }

    static List<Table> of(Connection connection, List<String> rooms) throws SQLException {
        List<Table> tables = new ArrayList<>();
        try (var asked = connection.prepareStatement(TABLES)) {
            asked.setArray(1, connection.createArrayOf("text", rooms.toArray()));
            asked.setArray(2, connection.createArrayOf("text", rooms.toArray()));
            try (ResultSet row = asked.executeQuery()) {
                while (row.next()) {
                    tables.add(new Table(row.getString(1), row.getString(2), row.getString(3)));
                }
            }
        }
        return tables;
    }

    /** The same after those that they refer to. */
    static List<Table> byReference(Connection connection, List<Table> tables) throws SQLException {
        Map<String, Table> waiting = new LinkedHashMap<>();
        tables.forEach(table -> waiting.put(table.schema() + "." + table.name(), table));
        Map<String, List<String>> needs = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select fn.nspname || '.' || f.relname, tn.nspname || '.' || t.relname from pg_constraint k
                        join pg_class f on f.oid = k.conrelid join pg_namespace fn on fn.oid = f.relnamespace
                        join pg_class t on t.oid = k.confrelid join pg_namespace tn on tn.oid = t.relnamespace
                        where k.contype = 'f' and k.conrelid <> k.confrelid""")) {
            while (row.next()) {
                needs.computeIfAbsent(row.getString(1), one -> new ArrayList<>())
                        .add(row.getString(2));
            }
        }
        List<Table> order = new ArrayList<>();
        while (!waiting.isEmpty()) {
            String next = waiting.keySet().stream()
                    .filter(name -> needs.getOrDefault(name, List.of()).stream().noneMatch(waiting::containsKey))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("tables refer to each other in a circle: " + waiting));
            order.add(waiting.remove(next));
        }
        return order;
    }

    /** Rooms with the state of their tables. */
    static Map<String, String> versions(Connection connection, List<String> rooms) throws SQLException {
        Map<String, String> versions = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement()) {
            for (String room : rooms) {
                try (ResultSet row = statement.executeQuery(
                        "select version from \"%s\".migration where success and version is not null order by installed_rank desc limit 1"
                                .formatted(room))) {
                    if (row.next()) {
                        versions.put(room, row.getString(1));
                    }
                }
            }
        }
        return versions;
    }

    /** Parts of tables that were made as they were needed, with what they are part of. */
    static Map<String, String> parts(Connection connection, List<String> rooms) throws SQLException {
        return read(connection, rooms, """
                select format('%I.%I', n.nspname, c.relname),
                    format('partition of %s %s', i.inhparent::regclass, pg_get_expr(c.relpartbound, c.oid))
                from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_inherits i on i.inhrelid = c.oid
                where c.relispartition and c.relkind = 'r' and n.nspname = any (?)""");
    }

    /** Counters that belong to no column, with where they are. */
    static Map<String, String> counters(Connection connection, List<String> rooms) throws SQLException {
        return read(connection, rooms, """
                select format('%I.%I', s.schemaname, s.sequencename), s.last_value::text from pg_sequences s
                where s.schemaname = any (?) and s.last_value is not null and not exists (
                    select 1 from pg_depend d where d.objid = format('%I.%I', s.schemaname, s.sequencename)::regclass
                        and d.deptype in ('a', 'i') and d.refobjsubid > 0)""");
    }

    private static Map<String, String> read(Connection connection, List<String> rooms, String sql) throws SQLException {
        Map<String, String> found = new LinkedHashMap<>();
        try (PreparedStatement asked = connection.prepareStatement(sql)) {
            asked.setArray(1, connection.createArrayOf("text", rooms.toArray()));
            try (ResultSet rows = asked.executeQuery()) {
                while (rows.next()) {
                    found.put(rows.getString(1), rows.getString(2));
                }
            }
        }
        return found;
    }
}
