package org.darya.evidence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.darya.register.LocalText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** What comes with the programme: its datasets, and the words for the codes of dimensions. */
@Service
public class Datasets {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    Datasets(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
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
