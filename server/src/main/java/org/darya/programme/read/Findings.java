package org.darya.programme.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.darya.platform.Visibility;
import org.darya.programme.Problem;
import org.darya.register.Kind;
import org.jspecify.annotations.Nullable;

/** What comes up while a folder is read: its problems, the records that exist and the records that are named. */
final class Findings {
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Place> declared = new HashMap<>();
    private final List<Naming> namings = new ArrayList<>();
    private List<String> languages = List.of();

    private final Map<String, Visibility> visibilities = new HashMap<>();
    private final Map<String, Visibility> files = new HashMap<>();
    private Visibility reading = Visibility.PUBLIC;

    private record Naming(String word, String id, Place place, Visibility by) {}

    /** The record that is read next. All records of a file are seen by the same people, because the file is kept whole. */
    void reading(Place place, Visibility seenBy) {
        reading = seenBy;
        Visibility before = files.putIfAbsent(place.file(), seenBy);
        if (before != null && !before.equals(seenBy)) {
            problem(
                    place,
                    "This record is \"%s\", but the file began with one that is \"%s\".".formatted(seenBy, before),
                    "Maybe put it into a file of its own: a file is shown whole or not at all.");
        }
    }

    /** Who may see each file; a file without records is public. */
    Map<String, Visibility> files() {
        return Map.copyOf(files);
    }

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
        visibilities.putIfAbsent(address(word, id), reading);
        Place before = declared.putIfAbsent(address(word, id), place);
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
        namings.add(new Naming(word, id, place, reading));
    }

    /** To be asked when everything is read. */
    void checkNamings() {
        for (Naming naming : namings) {
            checkVisible(naming);
            if (!declared.containsKey(address(naming.word(), naming.id()))) {
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

    /** A record may not name one that fewer people see: the name alone would tell of it. */
    private void checkVisible(Naming naming) {
        Visibility named = visibilities.getOrDefault(address(naming.word(), naming.id()), Visibility.PUBLIC);
        if (!named.atLeastAsWideAs(naming.by())) {
            problem(
                    naming.place(),
                    "\"%s\" among %s is \"%s\", but the record that names it is \"%s\"."
                            .formatted(naming.id(), naming.word(), named, naming.by()),
                    "Maybe name it the other way round: a record that few see may name one that more see.");
        }
    }

    @Nullable
    Place placeOf(Kind kind, String id) {
        return declared.get(address(kind.word(), id));
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

    private static String address(String word, String id) {
        return word + '/' + id;
    }
}
