package org.darya.programme.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.darya.platform.ApiProblem;
import org.darya.platform.ProblemCode;
import org.darya.programme.Draft;
import org.darya.programme.EditOutcome;
import org.darya.programme.Editing;
import org.darya.programme.FieldProblem;
import org.darya.register.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The forms of the browser for programs: the same inputs, the same rules, the same trail. */
@RestController
@RequestMapping(path = "/api/v1/edit/{kind}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "edit")
class EditApi {
    private final Editing editing;

    EditApi(Editing editing) {
        this.editing = editing;
    }

    /**
     * A record as its form.
     *
     * @param version to be sent back with a change
     * @param inputs by name, such as {@code title.ru}
     * @param direct whether a change is made at once; else it waits for approval
     */
    record Form(String version, Map<String, String> inputs, boolean direct) {}

    /**
     * A change.
     *
     * @param id of a record that is to be made
     * @param version of the form that was read, for a record that is there
     * @param inputs all of the form; one that is left out is empty
     * @param why the reason
     */
    record Change(
            @Nullable String id,
            @Nullable String version,
            @Nullable Map<String, @Nullable String> inputs,
            @Nullable String why) {}

    /**
     * What came of it.
     *
     * @param state {@code saved}, {@code proposed}, {@code unchanged} or {@code invalid}
     * @param proposal number of the proposal that waits for approval
     * @param problems what is wrong, field by field
     * @param programme what the reader of the programme says against it
     */
    record Answer(
            String state,
            @Nullable String id,
            @Nullable Long proposal,
            List<FieldProblem> problems,
            List<String> programme) {}

    @GetMapping("/{id}")
    @Operation(summary = "A record with the inputs of its form and its version")
    Form form(@PathVariable String kind, @PathVariable String id) {
        Draft draft = editing.draft(kind(kind), id);
        if (draft == null) {
            throw closed(kind, id);
        }
        return new Form(draft.version(), draft.inputs(), draft.direct());
    }

    @PutMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Changes a record, or proposes to; the version must be that of the form that was read")
    ResponseEntity<Answer> change(
            @PathVariable String kind, @PathVariable String id, @RequestBody @Nullable Change change) {
        Change asked = whole(change);
        return answer(
                kind,
                id,
                editing.change(kind(kind), id, orEmpty(asked.version()), inputs(asked), orEmpty(asked.why())));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Makes a record, or proposes to")
    ResponseEntity<Answer> add(@PathVariable String kind, @RequestBody @Nullable Change change) {
        Change asked = whole(change);
        String id = orEmpty(asked.id());
        return answer(kind, id, editing.add(kind(kind), id, inputs(asked), orEmpty(asked.why())));
    }

    private ApiProblem closed(String kind, String id) {
        return editing.seen(kind(kind), id)
                ? new ApiProblem(ProblemCode.FORBIDDEN)
                : new ApiProblem(ProblemCode.NO_SUCH_RECORD, kind, id);
    }

    private ResponseEntity<Answer> answer(String kind, String id, EditOutcome outcome) {
        return switch (outcome) {
            case EditOutcome.Saved saved ->
                with(HttpStatus.OK, new Answer("saved", saved.id(), null, List.of(), List.of()));
            case EditOutcome.Proposed proposed ->
                with(HttpStatus.ACCEPTED, new Answer("proposed", id, proposed.proposal(), List.of(), List.of()));
            case EditOutcome.Unchanged same ->
                with(HttpStatus.OK, new Answer("unchanged", id, null, List.of(), List.of()));
            case EditOutcome.Waiting waiting ->
                with(HttpStatus.ACCEPTED, new Answer("proposed", id, null, List.of(), List.of()));
            case EditOutcome.Invalid invalid ->
                with(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        new Answer(
                                "invalid",
                                id,
                                null,
                                invalid.problems(),
                                invalid.ofFolder().stream()
                                        .map(problem -> problem.message() + " " + problem.maybe())
                                        .toList()));
            case EditOutcome.Conflict conflict -> throw new ApiProblem(ProblemCode.CONFLICT, id);
            case EditOutcome.Refused refused -> throw closed(kind, id);
        };
    }

    private static ResponseEntity<Answer> with(HttpStatus status, Answer answer) {
        return ResponseEntity.status(status).body(answer);
    }

    private static Change whole(@Nullable Change change) {
        if (change == null || orEmpty(change.why()).isBlank()) {
            throw new ApiProblem(ProblemCode.MISSING_PARAMETER, "why");
        }
        if (orEmpty(change.why()).length() > 1000) {
            throw new ApiProblem(ProblemCode.BAD_PARAMETER, "why", "…", "0 … 1000");
        }
        return change;
    }

    private static Map<String, String> inputs(Change change) {
        Map<String, String> inputs = new LinkedHashMap<>();
        Map<String, @Nullable String> given = change.inputs();
        if (given != null) {
            given.forEach((name, text) -> {
                if (text != null) {
                    inputs.put(name, text);
                }
            });
        }
        return inputs;
    }

    private Kind kind(String word) {
        Kind kind = Kind.ofWord(word);
        if (kind == null || !editing.kinds().contains(kind)) {
            throw new ApiProblem(ProblemCode.NO_SUCH_ADDRESS, "/api/v1/edit/" + word);
        }
        return kind;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
