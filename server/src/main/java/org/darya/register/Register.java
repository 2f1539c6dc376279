package org.darya.register;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** Themes, countries, organisations and sources. */
@Service
public class Register {
    private final EntryTable<Theme> themes;
    private final EntryTable<Country> countries;
    private final EntryTable<Organisation> organisations;
    private final EntryTable<Source> sources;
    private final JdbcClient jdbc;
    private final JsonMapper json;

    Register(JdbcClient jdbc, JsonMapper json, Catalogue catalogue) {
        this.jdbc = jdbc;
        this.json = json;
        themes = new EntryTable<>(Kind.THEME, "register.theme", Theme.class, jdbc, json, catalogue);
        countries = new EntryTable<>(Kind.COUNTRY, "register.country", Country.class, jdbc, json, catalogue);
        organisations =
                new EntryTable<>(Kind.ORGANISATION, "register.organisation", Organisation.class, jdbc, json, catalogue);
        sources = new EntryTable<>(Kind.SOURCE, "register.source", Source.class, jdbc, json, catalogue);
    }

    public EntryTable<Theme> themes() {
        return themes;
    }

    public EntryTable<Country> countries() {
        return countries;
    }

    public EntryTable<Organisation> organisations() {
        return organisations;
    }

    public EntryTable<Source> sources() {
        return sources;
    }

    /** The programme that is loaded, or null before the first one. */
    public @Nullable Programme programme() {
        return jdbc.sql("select body::text from register.programme")
                .query((row, i) -> json.readValue(row.getString(1), Programme.class))
                .optional()
                .orElse(null);
    }

    /** Puts this programme in the place of the one before. Belongs in a transaction of the caller. */
    public void replace(Programme programme) {
        jdbc.sql(
                        "insert into register.programme (body) values (:body::jsonb) on conflict (one) do update set body = excluded.body")
                .param("body", json.writeValueAsString(programme))
                .update();
    }

    /** The states that agree the programme, in its order. */
    public List<Country> parties() {
        return countries.list(Filter.ALL).stream()
                .filter(country -> country.role() == Country.Role.PARTY)
                .toList();
    }
}
