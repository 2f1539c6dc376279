package org.darya.evidence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.darya.evidence.intake.DatasetImport;
import org.darya.platform.DaryaException;
import org.darya.register.LocalText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** What comes with the programme: its datasets, and the words for the codes of dimensions. */
@Service
public class Datasets {
    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final JsonMapper json;

    Datasets(JdbcClient jdbc, JdbcTemplate template, JsonMapper json) {
        this.jdbc = jdbc;
        this.template = template;
        this.json = json;
    }

    /** All datasets in the order of their ids. */
    public List<Dataset> list() {
        return jdbc.sql("select body::text from evidence.dataset order by ord")
                .query((row, i) -> json.readValue(row.getString(1), Dataset.class))
                .list();
    }

    public @Nullable Dataset find(String id) {
        return jdbc.sql("select body::text from evidence.dataset where id = :id")
                .param("id", id)
                .query((row, i) -> json.readValue(row.getString(1), Dataset.class))
                .optional()
                .orElse(null);
    }

    /** The words for the codes of all dimensions; those of {@code country} are the titles of the country records. */
    public Words words() {
        Map<String, Map<String, LocalText>> words = new LinkedHashMap<>();
        members()
                .forEach(member -> words.computeIfAbsent(member.dimension(), dimension -> new LinkedHashMap<>())
                        .put(member.code(), member.title()));
        return new Words(words);
    }

    /**
     * Puts these datasets and words in the place of all that were there, and imports the tables whose bytes changed.
     * Belongs in a transaction of the caller.
     *
     * @param tables bytes of values.csv by id of the dataset
     * @throws DaryaException where a table has a row that cannot be stored; it should have been checked before
     */
    public void replace(List<Dataset> datasets, List<Member> members, Map<String, byte[]> tables) {
        jdbc.sql("delete from evidence.dataset").update();
        jdbc.sql("delete from evidence.member").update();
        template.batchUpdate(
                "insert into evidence.dataset values (?, ?, ?::jsonb)",
                IntStream.range(0, datasets.size())
                        .mapToObj(i -> new Object[] {datasets.get(i).id(), i, json.writeValueAsString(datasets.get(i))})
                        .toList());
        template.batchUpdate(
                "insert into evidence.member values (?, ?, ?, ?::jsonb)",
                IntStream.range(0, members.size())
                        .mapToObj(i -> new Object[] {
                            members.get(i).dimension(),
                            members.get(i).code(),
                            i,
                            json.writeValueAsString(members.get(i))
                        })
                        .toList());
        new DatasetImport(template).take(datasets, tables);
    }

    /** All members in the order of the programme. */
    public List<Member> members() {
        return jdbc.sql("select body::text from evidence.member order by ord")
                .query((row, i) -> json.readValue(row.getString(1), Member.class))
                .list();
    }

    /**
     * Words for codes.
     *
     * @param byDimension word by code, by dimension; dimensions and codes in the order of the programme
     */
    public record Words(Map<String, Map<String, LocalText>> byDimension) {
        /** The word for a code, or null where none is given. */
        public @Nullable LocalText of(String dimension, String code) {
            Map<String, LocalText> words = byDimension.get(dimension);
            return words == null ? null : words.get(code);
        }
    }
}
