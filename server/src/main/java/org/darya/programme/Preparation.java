package org.darya.programme;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.darya.access.Callers;
import org.darya.platform.Visibility;
import org.darya.programme.edit.Checks;
import org.darya.programme.edit.Forms;
import org.darya.programme.edit.Inputs;
import org.darya.programme.read.ProgrammeReader;
import org.darya.register.Catalogue;
import org.darya.register.Catalogue.Concerned;
import org.darya.register.Kind;
import org.darya.register.Programme;
import org.darya.register.Register;
import org.jspecify.annotations.Nullable;

/** Makes of what was filled into a form a programme that can be kept, or says what is wrong. */
final class Preparation {
    private static final String NEW_ID = "[a-z0-9]+(-[a-z0-9]+)*";
    private static final int LONGEST_ID = 80;

    private final Programmes programmes;
    private final Register register;
    private final Catalogue catalogue;

    Preparation(Programmes programmes, Register register, Catalogue catalogue) {
        this.programmes = programmes;
        this.register = register;
        this.catalogue = catalogue;
    }

    /** A change as far as it could be made ready. */
    sealed interface Ready {
        record Made(ProgrammeFolder folder, Reading.Sound sound) implements Ready {}

        record Not(EditOutcome outcome) implements Ready {}
    }

    /**
     * Makes a change ready as far as it can be.
     *
     * @param inputs all of the form
     * @param touched names of those that changed
     * @param why the reason that is given
     */
    Ready ready(Kind kind, String id, boolean adding, Map<String, String> inputs, Set<String> touched, String why) {
        List<String> languages = languages();
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        Forms.of(kind).forEach(field -> values.put(field.key(), Inputs.value(field, inputs, languages)));
        List<FieldProblem> problems = new ArrayList<>(new Checks(languages, this::exists).of(kind, inputs, values));
        ProgrammeFolder folder = folder();
        Placement.Found found = Placement.find(folder, kind, id);
        if (adding && (!id.matches(NEW_ID) || id.length() > LONGEST_ID)) {
            problems.add(new FieldProblem("id", "id", id));
        } else if (adding == (found != null)) {
            problems.add(new FieldProblem("id", adding ? "taken" : "gone", id));
        }
        Visibility after = visibility(values.get("visibility"));
        Visibility before =
                found == null ? after : visibility(found.file().values(id).get("visibility"));
        if (after == null
                || before == null
                || !Callers.current().sees(after)
                || !Authority.mayShow(Callers.current(), before, after)) {
            problems.add(new FieldProblem("visibility", "show", String.valueOf(values.get("visibility"))));
        }
        if (why.isBlank()) {
            problems.add(new FieldProblem("why", "missing", ""));
        }
        if (!problems.isEmpty() || after == null) {
            return new Ready.Not(new EditOutcome.Invalid(problems, List.of()));
        }
        // what the form did not touch keeps its way of being written
        if (!adding) {
            Set<String> keys = new TreeSet<>();
            touched.forEach(name -> keys.add(name.contains(".") ? name.substring(0, name.indexOf('.')) : name));
            values.keySet().retainAll(keys);
        }
        ProgrammeFolder changed = Placement.written(folder, found, kind, id, values, after);
        return switch (ProgrammeReader.read(changed)) {
            case Reading.Faulty faulty -> new Ready.Not(new EditOutcome.Invalid(List.of(), faulty.problems()));
            case Reading.Sound sound -> new Ready.Made(changed, sound);
        };
    }

    /** Whom the record will concern. */
    static Concerned concerned(Ready.Made made, Kind kind, String id) {
        return made.sound().content().of(kind).stream()
                .filter(entry -> entry.id().equals(id))
                .findFirst()
                .map(entry -> new Concerned(
                        entry.countries(),
                        Set.copyOf(entry.head().organisations()),
                        entry.head().seenBy()))
                .orElseThrow();
    }

    private boolean exists(Kind kind, String id) {
        return catalogue.concerned(kind, id) != null;
    }

    ProgrammeFolder folder() {
        return programmes.export();
    }

    List<String> languages() {
        Programme programme = register.programme();
        return programme == null ? List.of() : programme.languages();
    }

    private static @Nullable Visibility visibility(@Nullable Object value) {
        try {
            return value == null ? Visibility.PUBLIC : new Visibility(value.toString());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
