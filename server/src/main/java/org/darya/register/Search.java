package org.darya.register;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.darya.platform.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/**
 * Search over everything. Russian and English words are found in any of their forms by PostgreSQL's own dictionaries;
 * Kazakh, for which it has none, by the beginning of the word. Words are looked for in all languages, and the hits in the
 * reader's language come first.
 */
@Service
public class Search {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    Search(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Marks around the words that were found; never part of a text. */
    public static final char BEGIN = '\u0002';

    public static final char END = '\u0003';

    /**
     * A record that was found.
     *
     * @param excerpt text after the title in the asked language, empty where the record is its title only, with {@link #BEGIN} and {@link #END} around the words found
     */
    public record Hit(Kind kind, String id, LocalText title, Level level, String excerpt) {}

    /** What was found. */
    public record Result(List<Hit> hits, int total) {}

    private static final String FOUND = """
            with asked as (select websearch_to_tsquery('russian', :words) ru, websearch_to_tsquery('english', :words) en,
                                  to_tsquery('simple', :beginnings) kk),
                 found as (select c.*, greatest(ts_rank(search_ru, ru), ts_rank(search_kk, kk), ts_rank(search_en, en))
                             + 2 * ts_rank(search_%1$s, asked.%1$s)
                             + case when c.title ->> '%1$s' ilike '%%' || :plain || '%%' then 1 else 0 end as rank
                           from register.catalogue c, asked
                           where (search_ru @@ ru or search_kk @@ kk or search_en @@ en)
                             and (:kind::text is null or c.kind = :kind))
            """;

    /** Records that hold the words, best first. An empty question finds nothing. */
    public Result find(String question, Language language, int limit, int offset) {
        return find(question, null, language, limit, offset);
    }

    /** How many records of each kind hold the words. */
    public Map<Kind, Integer> counts(String question, Language language) {
        Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
        String words = question.strip();
        String beginnings = beginnings(words);
        if (!beginnings.isEmpty()) {
            ask(
                            FOUND.formatted(language.tag()) + "select kind, count(*) from found group by kind",
                            words,
                            beginnings,
                            null)
                    .query(row -> {
                        counts.put(Catalogue.kind(row.getString(1)), row.getInt(2));
                    });
        }
        return counts;
    }

    /** Records of one kind that hold the words, best first; of all kinds where none is given. */
    public Result find(String question, @Nullable Kind only, Language language, int limit, int offset) {
        String words = question.strip();
        String beginnings = beginnings(words);
        if (beginnings.isEmpty()) {
            return new Result(List.of(), 0);
        }
        String tag = language.tag();
        String dictionary = switch (language) {
            case RU -> "russian";
            case EN -> "english";
            default -> "simple";
        };
        String found = FOUND.formatted(tag);
        int total = ask(found + "select count(*) from found", words, beginnings, only)
                .query(Integer.class)
                .single();
        List<Hit> hits = ask(found + """
                        select kind, id, title::text, level, ts_headline('%1$s', substr(text_%2$s, length(title ->> '%2$s') + 2), asked.%2$s,
                            'StartSel=%3$s, StopSel=%4$s, MaxWords=36, MinWords=18, MaxFragments=1, FragmentDelimiter= … ')
                        from (select * from found order by rank desc, kind, ord limit :limit offset :offset) f, asked
                        order by rank desc, kind, ord""".formatted(dictionary, tag, BEGIN, END), words, beginnings, only)
                .param("limit", limit)
                .param("offset", offset)
                .query((row, i) -> new Hit(
                        Catalogue.kind(row.getString(1)),
                        row.getString(2),
                        json.readValue(row.getString(3), LocalText.class),
                        Level.valueOf(row.getString(4)),
                        row.getString(5)))
                .list();
        return new Result(hits, total);
    }

    private JdbcClient.StatementSpec ask(String sql, String words, String beginnings, @Nullable Kind only) {
        return jdbc.sql(sql)
                .param("words", words)
                .param("beginnings", beginnings)
                .param("kind", only == null ? null : only.word())
                .param("plain", words.replaceAll("[%_\\\\]", "\\\\$0"));
    }

    /** Every word by its beginning: Kazakh endings are cut off by leaving out up to three letters of a long word. */
    static String beginnings(String question) {
        return Stream.of(question.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, word.length() - Math.clamp(word.length() - 4L, 0, 3)) + ":*")
                .collect(Collectors.joining(" & "));
    }
}
