package org.darya.programme.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.darya.programme.Problem;
import org.darya.register.Kind;
import org.jspecify.annotations.Nullable;

/** What comes up while a folder is read: its problems, the records that exist and the records that are named. */
final class Findings {
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Place> declared = new HashMap<>();
    private final List<Naming> namings = new ArrayList<>();
    private List<String> languages = List.of();

    private record Naming(String word, String id, Place place) {}

    void problem(Place place, String message, String maybe) {
        problems.add(new Problem(place.file(), place.line(), place.column(), message, maybe));
    }

    /** Languages in which every text must be given. */
    List<String> languages() {
        return languages;
    }

    void languages(List<String> tags) {
        languages = tags;
    }

    void declare(Kind kind, String id, Place place) {
        declare(kind.word(), id, place);
    }

    /** @param word plural word for things that are no records of a kind, such as datasets */
    void declare(String word, String id, Place place) {
        Place before = declared.putIfAbsent(word + '/' + id, place);
        if (before != null) {
            problem(
                    place,
                    "The id \"%s\" of %s stands already in %s:%d.".formatted(id, word, before.file(), before.line()),
                    "Maybe one of the two is a copy, or wants an id of its own.");
        }
    }

    void name(Kind kind, String id, Place place) {
        name(kind.word(), id, place);
    }

    void name(String word, String id, Place place) {
        namings.add(new Naming(word, id, place));
    }

    /** To be asked when everything is read. */
    void checkNamings() {
        for (Naming naming : namings) {
            if (!declared.containsKey(naming.word() + '/' + naming.id())) {
                String near = Nearest.to(naming.id(), ids(naming.word()));
                problem(
                        naming.place(),
                        "There is no record \"%s\" among %s.".formatted(naming.id(), naming.word()),
                        near == null
                                ? "Maybe the record is still to be written."
                                : "Maybe \"%s\" is meant.".formatted(near));
            }
        }
    }

    @Nullable
    Place placeOf(Kind kind, String id) {
        return declared.get(kind.word() + '/' + id);
    }

    List<Problem> problems() {
        return problems.stream().sorted(Problem.IN_ORDER).toList();
    }

    private List<String> ids(String word) {
        String prefix = word + '/';
        return declared.keySet().stream()
                .filter(address -> address.startsWith(prefix))
                .map(address -> address.substring(prefix.length()))
                .toList();
    }
}
