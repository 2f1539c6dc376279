package org.darya.register;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.darya.platform.ApiProblem;
import org.darya.platform.ProblemCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The API of one kind of record. A parameter nobody knows is refused: a misspelt filter that is quietly ignored would
 * give a wrong total.
 *
 * @param <T> the kind of record
 */
public abstract class EntryApi<T extends Entry> {
    private static final int MOST = 1000;
    private static final List<String> COMMON = List.of("theme", "country", "level", "limit", "offset", "lang");

    private final EntryTable<T> table;
    private final Register register;

    protected EntryApi(EntryTable<T> table, Register register) {
        this.table = table;
        this.register = register;
    }

    final EntryTable<T> table() {
        return table;
    }

    /** Records of this kind in the order of the programme. */
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Records of this kind in the order of the programme")
    public Items<T> list(
            @Parameter(description = "id of a theme") @RequestParam(required = false) @Nullable String theme,
            @Parameter(description = "ISO 3166-1 alpha-3 code") @RequestParam(required = false) @Nullable
                    String country,
            @Parameter(description = "level of the record") @RequestParam(required = false) @Nullable Level level,
            @Parameter(description = "how many at most, up to 1000") @RequestParam(defaultValue = "100") int limit,
            @Parameter(description = "how many to leave out first") @RequestParam(defaultValue = "0") int offset,
            @Parameter(hidden = true) HttpServletRequest request) {
        known(request.getParameterMap().keySet());
        within("limit", limit, 1, MOST);
        within("offset", offset, 0, Integer.MAX_VALUE);
        Filter filter = filter(theme, country, level);
        return new Items<>(completed(table.list(filter, limit, offset)), table.count(filter));
    }

    /** One record. */
    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "One record")
    public T one(@PathVariable String id) {
        T found = table.find(id);
        if (found == null) {
            throw new ApiProblem(ProblemCode.NO_SUCH_RECORD, table.kind().word(), id);
        }
        return completed(List.of(found)).getFirst();
    }

    /** The records with what is known of them beside their own fields, such as what was found of a claim. */
    protected List<T> completed(List<T> records) {
        return records;
    }

    /** All records that pass, completed. */
    final List<T> all(Filter filter) {
        return completed(table.list(filter));
    }

    /** A filter whose theme and country exist. */
    public final Filter filter(@Nullable String theme, @Nullable String country, @Nullable Level level) {
        String code = country == null ? null : country.toUpperCase(Locale.ROOT);
        existing("theme", theme, register.themes().list(Filter.ALL));
        existing("country", code, register.countries().list(Filter.ALL));
        return new Filter(theme, code, level);
    }

    /** Refuses a request with a parameter that nobody knows. */
    public static void known(Collection<String> given, String... more) {
        var known = new ArrayList<>(COMMON);
        known.addAll(List.of(more));
        Set.copyOf(given).stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .findFirst()
                .ifPresent(name -> {
                    throw new ApiProblem(ProblemCode.UNKNOWN_PARAMETER, name, String.join(", ", known));
                });
    }

    private static void existing(String name, @Nullable String id, List<? extends Entry> records) {
        if (id != null && records.stream().noneMatch(record -> record.id().equals(id))) {
            throw new ApiProblem(
                    ProblemCode.BAD_PARAMETER,
                    name,
                    id,
                    String.join(", ", records.stream().map(Entry::id).toList()));
        }
    }

    private static void within(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new ApiProblem(ProblemCode.BAD_PARAMETER, name, Integer.toString(value), least + " … " + most);
        }
    }
}
