package org.darya.portal.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.darya.access.Caller;
import org.darya.access.Callers;
import org.darya.access.Requests;
import org.darya.access.Role;
import org.darya.access.Trail;
import org.darya.platform.Language;
import org.darya.platform.Words;
import org.darya.portal.text.Phrases;
import org.darya.programme.EditField;
import org.darya.programme.Editing;
import org.darya.programme.Proposal;
import org.darya.programme.Proposals;
import org.darya.register.Catalogue;
import org.darya.register.Catalogue.Line;
import org.darya.register.Edtf;
import org.darya.register.Entry;
import org.darya.register.Filter;
import org.darya.register.Kind;
import org.darya.register.LocalText;
import org.darya.register.Programme;
import org.darya.register.Quantity;
import org.darya.register.Register;
import org.darya.register.Source;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * What a template has at hand: the reader's language, addresses, and the titles of linked records. Titles are fetched at
 * most once for each kind of record, whatever the number of links on the page.
 */
public final class Page {
    private final Visit visit;
    private final Phrases phrases;
    private final Register register;
    private final Catalogue catalogue;
    private final Editing editing;
    private final Proposals proposals;
    private final String styles;
    private final Map<Kind, Map<String, Line>> lines = new EnumMap<>(Kind.class);
    private final Map<String, Source> sources = new HashMap<>();
    private boolean everySource;
    private @Nullable Programme programme;

    Page(Visit visit, Register register, Catalogue catalogue, Editing editing, Proposals proposals, String styles) {
        this.visit = visit;
        this.phrases = new Phrases(visit.language());
        this.register = register;
        this.catalogue = catalogue;
        this.editing = editing;
        this.proposals = proposals;
        this.styles = styles;
    }

    public Visit visit() {
        return visit;
    }

    /** Whether the reader may change the record, or propose to. */
    public boolean mayEdit(Kind kind, String id) {
        return !caller().anonymous() && editing.open(kind, id);
    }

    /** Changes of the record that wait for approval; told to those who signed in. */
    public List<Proposal> pending(Kind kind, String id) {
        return caller().anonymous() ? List.of() : proposals.pending(kind, id);
    }

    /** The name of a field. */
    public String field(String key) {
        return phrases.field(key);
    }

    /** The part of a field: a language by its own name. */
    public String part(String part) {
        return Language.OF_PAGES.stream()
                .filter(language -> language.tag().equals(part))
                .map(Language::ownName)
                .findFirst()
                .orElse(part);
    }

    /** The value of a field as it is read: words instead of codes where the field has them. */
    public String value(Kind kind, String key, String text) {
        EditField field = editing.field(kind, key);
        if (field == null || text.isEmpty()) {
            return text;
        }
        return switch (field.type()) {
            case CHOICE -> {
                Enum<?> choice = field.options().get(text);
                yield choice == null ? text : label(choice);
            }
            case VISIBILITY -> {
                if (text.startsWith("national ")) {
                    yield t("visibility.national") + ": " + country(text.substring("national ".length()));
                }
                // a form may send anything
                yield text.equals("public") || text.equals("shared") ? t("visibility." + text) : text;
            }
            case REFERENCE, REFERENCES ->
                Arrays.stream(text.split(",?\\s+")).map(id -> named(field, id)).collect(Collectors.joining(", "));
            default -> text;
        };
    }

    private String named(EditField field, String id) {
        Line line = field.kind() == null || field.kind() == Kind.SOURCE ? null : line(field.kind(), id);
        return line == null ? id : t(line.title());
    }

    /** Who did something, as others are told: the name to those who signed in, else the role. */
    public String who(Trail.Row row) {
        String role = row.role();
        String country = row.country();
        String place = country == null ? "" : ", " + country(country);
        if (role == null) {
            return t("means." + row.means());
        }
        return (caller().anonymous() ? "" : row.who() + ", ") + role(role) + place;
    }

    /** The name of a role by its word. */
    public String role(String word) {
        Role role = Words.of(Role.class).get(word);
        return role == null ? word : label(role);
    }

    /** Who reads the page. */
    public Caller caller() {
        return Callers.current();
    }

    /** The word that a form sends back; a page that asks for it is kept by nobody. */
    public String form() {
        if (RequestContextHolder.currentRequestAttributes() instanceof ServletRequestAttributes servlet) {
            servlet.getRequest().setAttribute(PageView.PRIVATE, true);
            return Requests.formToken(servlet.getRequest());
        }
        throw new IllegalStateException("a form outside of a request");
    }

    public Language language() {
        return visit.language();
    }

    /** Where the style sheet and the fonts lie. */
    public String styles() {
        return styles;
    }

    public @Nullable Programme programme() {
        if (programme == null) {
            programme = register.programme();
        }
        return programme;
    }

    public String t(String key, Object... values) {
        return phrases.text(key, values);
    }

    public String t(LocalText text) {
        return phrases.text(text);
    }

    public String label(Enum<?> constant) {
        return phrases.label(constant);
    }

    public String date(Edtf date) {
        return phrases.date(date);
    }

    public String moment(Instant moment) {
        return phrases.moment(moment);
    }

    /** The day of a moment, in UTC. */
    public String day(Instant moment) {
        return phrases.date(new Edtf(LocalDate.ofInstant(moment, ZoneOffset.UTC).toString()));
    }

    /** Degrees of a place on the ground, to a ten-thousandth: some ten metres. */
    public String coordinate(double degrees) {
        return phrases.number(
                BigDecimal.valueOf(degrees).setScale(4, RoundingMode.HALF_UP).stripTrailingZeros());
    }

    public String number(long number) {
        return phrases.number(number);
    }

    public String quantity(Quantity quantity) {
        return phrases.quantity(quantity);
    }

    public Phrases phrases() {
        return phrases;
    }

    /** An address in the reader's language; an empty path is the front page. */
    public String to(String path) {
        return "/" + language().tag() + "/" + path;
    }

    public String to(Kind kind, String id) {
        return to(kind.word() + "/" + id);
    }

    public String to(Line line) {
        return to(line.kind(), line.id());
    }

    /** The record behind an id, or null where the programme has none. */
    public @Nullable Line line(Kind kind, String id) {
        return lines.computeIfAbsent(kind, catalogue::lines).get(id);
    }

    /** The records behind ids; those that are not there are left out. */
    public List<Line> lines(Kind kind, Collection<String> ids) {
        List<Line> found = new ArrayList<>();
        for (String id : ids) {
            Line line = line(kind, id);
            if (line != null) {
                found.add(line);
            }
        }
        return found;
    }

    /** The records behind addresses such as {@code meetings/summit}. */
    public List<Line> related(List<String> addresses) {
        List<Line> found = new ArrayList<>();
        for (String address : addresses) {
            String[] parts = address.split("/", 2);
            Kind kind = Kind.ofWord(parts[0]);
            if (kind != null && parts.length == 2) {
                found.addAll(lines(kind, List.of(parts[1])));
            }
        }
        return found;
    }

    /** The name of a country, or its code where the programme has no record of it. */
    public String country(String code) {
        Line line = line(Kind.COUNTRY, code);
        return line == null ? code : t(line.title());
    }

    /** Fetches what these records cite and no more; a page that cites further sources fetches all of them. */
    public Page citing(Collection<? extends Entry> entries) {
        keep(register.sources()
                .find(entries.stream()
                        .flatMap(entry -> Cited.by(entry).stream())
                        .collect(Collectors.toSet())));
        return this;
    }

    public List<Source> sources(Collection<String> ids) {
        if (!everySource && !sources.keySet().containsAll(ids)) {
            keep(register.sources().list(Filter.ALL));
            everySource = true;
        }
        return ids.stream()
                .distinct()
                .map(sources::get)
                .filter(source -> source != null)
                .toList();
    }

    private void keep(List<Source> found) {
        found.forEach(source -> sources.put(source.id(), source));
    }

    /** The language to mark a proper name with where it is not in the letters of the page; null where it is. */
    public @Nullable String languageOf(String name) {
        if (language() == Language.EN) {
            return name.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.CYRILLIC)
                    ? Language.RU.tag()
                    : null;
        }
        boolean cyrillic =
                name.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.CYRILLIC);
        boolean latin = name.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN);
        return latin && !cyrillic ? Language.EN.tag() : null;
    }
}
