package org.darya.portal.edit;

import java.util.List;
import java.util.Map;
import org.darya.programme.Draft;
import org.darya.programme.EditField;
import org.darya.programme.EditOutcome;
import org.darya.programme.FieldProblem;
import org.darya.programme.Problem;
import org.darya.register.Catalogue.Line;
import org.jspecify.annotations.Nullable;

/**
 * The form of a record.
 *
 * @param draft as it is filled in now
 * @param id of a record that is still to be made, as typed
 * @param outcome what came of sending it, or null where it was not sent
 * @param theirs what somebody else made of the record meanwhile, or null
 * @param themes to be ticked
 * @param countries to be ticked or chosen
 * @param visibilities who may be chosen to see the record
 */
public record EditView(
        Draft draft,
        String id,
        String why,
        @Nullable EditOutcome outcome,
        @Nullable Draft theirs,
        List<Line> themes,
        List<Line> countries,
        List<String> visibilities) {
    private static final String LANGUAGE = "language";

    /** What is wrong with a field. */
    public List<FieldProblem> problems(String field) {
        return outcome instanceof EditOutcome.Invalid invalid
                ? invalid.problems().stream()
                        .filter(problem -> problem.field().equals(field))
                        .toList()
                : List.of();
    }

    /** Whether the whole field is marked, and not only the languages that lack. */
    public boolean wrong(String field) {
        return problems(field).stream().anyMatch(problem -> !problem.code().equals(LANGUAGE));
    }

    /** Whether the text of a language lacks. */
    public boolean lacks(String field, String language) {
        return problems(field).stream()
                .anyMatch(problem ->
                        problem.code().equals(LANGUAGE) && problem.value().equals(language));
    }

    /** For {@code aria-invalid}: "true" where a field is in error, else null, which leaves the attribute out. */
    public @Nullable String invalid(String field) {
        return wrong(field) ? "true" : null;
    }

    /** The same of the text of one language. */
    public @Nullable String invalid(String field, String language) {
        return wrong(field) || lacks(field, language) ? "true" : null;
    }

    /** For {@code aria-describedby}: the hint, where there is one, and what is wrong; null where there is neither. */
    public @Nullable String described(String field, boolean hint) {
        String wrong = problems(field).isEmpty() ? "" : "wrong-" + field;
        String all = ((hint ? "hint-" + field + " " : "") + wrong).strip();
        return all.isEmpty() ? null : all;
    }

    public boolean invalid() {
        return outcome instanceof EditOutcome.Invalid;
    }

    /** What the reader of the programme says against the change. */
    public List<Problem> ofFolder() {
        return outcome instanceof EditOutcome.Invalid invalid ? invalid.ofFolder() : List.of();
    }

    /** Whether an id stands in a list of ids. */
    public boolean has(String field, String id) {
        return List.of(draft.input(field).split("\\s+")).contains(id);
    }

    /** Fields in which somebody else's state differs from what is filled in: name of the input and theirs. */
    public Map<String, String> differing() {
        return theirs == null ? Map.of() : Differences.inputs(draft.inputs(), theirs.inputs());
    }

    /** Rows of a text field, by what is in it. */
    public int rows(String text, int least) {
        int lines = (int) text.lines().mapToInt(line -> 1 + line.length() / 80).sum();
        return Math.clamp(lines + 1L, least, 24);
    }

    /** Whether the field is one of those that few change and that may stay folded. */
    public boolean folded(EditField field) {
        return field.type() == EditField.Type.STRUCTURE && problems(field.key()).isEmpty();
    }
}
