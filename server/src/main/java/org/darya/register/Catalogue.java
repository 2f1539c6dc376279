package org.darya.register;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.darya.platform.Language;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** Every record of the house by its words and by what it speaks of: search, and the way back from a source to its facts. */
@Service
public class Catalogue {
    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final JsonMapper json;

    Catalogue(JdbcClient jdbc, JdbcTemplate template, JsonMapper json) {
        this.jdbc = jdbc;
        this.template = template;
        this.json = json;
    }

    /** A record as a line in a list. */
    public record Line(Kind kind, String id, LocalText title, Level level) {}

    /** Records of one kind; belongs in the transaction that replaces the records themselves. */
    void replace(Kind kind, Collection<? extends Entry> entries) {
        jdbc.sql("delete from register.catalogue where kind = :kind")
                .param("kind", kind.word())
                .update();
        jdbc.sql("delete from register.link where from_kind = :kind")
                .param("kind", kind.word())
                .update();
        List<Object[]> rows = new ArrayList<>();
        List<Object[]> links = new ArrayList<>();
        for (Entry entry : entries) {
            var content = Content.of(kind, json.valueToTree(entry));
            rows.add(new Object[] {
                kind.word(),
                entry.id(),
                rows.size(),
                entry.head().level().name(),
                json.writeValueAsString(entry.title()),
                entry.head().themes().toArray(String[]::new),
                entry.countries().toArray(String[]::new),
                entry.head().disagreements().size(),
                content.text(Language.RU),
                content.text(Language.KK),
                content.text(Language.EN),
                content.names()
            });
            content.targets()
                    .forEach(target -> links.add(
                            new Object[] {kind.word(), entry.id(), target.kind().word(), target.id()}));
        }
        insert("""
                insert into register.catalogue
                    (kind, id, ord, level, title, themes, countries, disagreements, text_ru, text_kk, text_en, names)
                values (?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?)""", rows);
        insert("insert into register.link values (?, ?, ?, ?) on conflict do nothing", links);
    }

    /** Many rows in one go: a row at a time would make a loading several times as long. */
    void insert(String sql, List<Object[]> rows) {
        template.batchUpdate(sql, rows);
    }

    /** How many disagreements the records of all kinds hold. */
    public int disagreements() {
        return jdbc.sql("select coalesce(sum(disagreements), 0) from register.catalogue")
                .query(Integer.class)
                .single();
    }

    /** Records that name this one, by kind, in the order of the programme. */
    public Map<Kind, List<Line>> naming(Kind kind, String id) {
        return byKind(jdbc.sql("""
                        select c.kind, c.id, c.title::text, c.level from register.link l
                        join register.catalogue c on (c.kind, c.id) = (l.from_kind, l.from_id)
                        where l.to_kind = :kind and l.to_id = :id
                        order by c.kind, c.ord""")
                .param("kind", kind.word())
                .param("id", id)
                .query((row, i) -> line(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
                .list());
    }

    /** How many records name each record of a kind. */
    public Map<String, Integer> namedCounts(Kind kind) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        jdbc.sql("select to_id, count(*) from register.link where to_kind = :kind group by to_id")
                .param("kind", kind.word())
                .query(row -> {
                    counts.put(row.getString(1), row.getInt(2));
                });
        return counts;
    }

    /** How many records there are of each kind. */
    public Map<Kind, Integer> counts() {
        Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
        jdbc.sql("select kind, count(*) from register.catalogue group by kind").query(row -> {
            counts.put(kind(row.getString(1)), row.getInt(2));
        });
        return counts;
    }

    /** How many records of each kind stand under each theme. */
    public Map<String, Map<Kind, Integer>> countsByTheme() {
        return countsBy("themes");
    }

    /** How many records of each kind stand under each country. */
    public Map<String, Map<Kind, Integer>> countsByCountry() {
        return countsBy("countries");
    }

    private Map<String, Map<Kind, Integer>> countsBy(String column) {
        Map<String, Map<Kind, Integer>> counts = new LinkedHashMap<>();
        jdbc.sql("select one, kind, count(*) from register.catalogue, unnest(%s) one group by one, kind"
                        .formatted(column))
                .query(row -> {
                    counts.computeIfAbsent(row.getString(1), one -> new EnumMap<>(Kind.class))
                            .put(kind(row.getString(2)), row.getInt(3));
                });
        return counts;
    }

    /** Titles of records, by kind and id; a record that is not there is left out. */
    public Map<String, Line> lines(Kind kind) {
        Map<String, Line> lines = new LinkedHashMap<>();
        jdbc.sql("select kind, id, title::text, level from register.catalogue where kind = :kind order by ord")
                .param("kind", kind.word())
                .query((row, i) -> line(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
                .list()
                .forEach(line -> lines.put(line.id(), line));
        return lines;
    }

    private Line line(String kind, String id, String title, String level) {
        return new Line(kind(kind), id, json.readValue(title, LocalText.class), Level.valueOf(level));
    }

    static Kind kind(String word) {
        Kind kind = Kind.ofWord(word);
        if (kind == null) {
            throw new IllegalStateException("a kind nobody knows in the catalogue: " + word);
        }
        return kind;
    }

    private static Map<Kind, List<Line>> byKind(List<Line> lines) {
        Map<Kind, List<Line>> groups = new LinkedHashMap<>();
        for (Kind kind : Kind.values()) {
            var own = lines.stream().filter(line -> line.kind() == kind).toList();
            if (!own.isEmpty()) {
                groups.put(kind, new ArrayList<>(own));
            }
        }
        return groups;
    }
}
