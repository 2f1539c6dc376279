package org.darya.portal.edit;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.darya.access.Callers;
import org.darya.platform.Visibility;
import org.darya.portal.page.PageProblem;
import org.darya.portal.page.Pages;
import org.darya.portal.page.Redirect;
import org.darya.portal.page.Visit;
import org.darya.programme.Draft;
import org.darya.programme.EditOutcome;
import org.darya.programme.Editing;
import org.darya.register.Catalogue;
import org.darya.register.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;

/** Forms by which records are changed, made, or proposed to be. */
@Controller
@RequestMapping("/{language:ru|kk|en}/edit")
class EditController {
    private static final int LONGEST_REASON = 1000;

    private final Pages pages;
    private final Editing editing;
    private final Catalogue catalogue;

    EditController(Pages pages, Editing editing, Catalogue catalogue) {
        this.pages = pages;
        this.editing = editing;
        this.catalogue = catalogue;
    }

    @GetMapping
    View kinds(Visit visit) {
        return pages.show(visit, "edit-kinds", editing.kinds());
    }

    @GetMapping("/{kind}")
    View empty(Visit visit, @PathVariable String kind) {
        return show(visit, need(editing.empty(kind(kind)), kind, ""), "", "", null, null, 200);
    }

    @PostMapping("/{kind}")
    View add(Visit visit, @PathVariable String kind, HttpServletRequest request) {
        Draft draft = need(editing.empty(kind(kind)), kind, "").with(inputs(request));
        String id = input(request, "id").strip();
        String why = why(request);
        EditOutcome outcome = editing.add(draft.kind(), id, draft.inputs(), why);
        return answer(visit, draft, id, why, outcome);
    }

    @GetMapping("/{kind}/{id}")
    View form(Visit visit, @PathVariable String kind, @PathVariable String id) {
        return show(visit, need(editing.draft(kind(kind), id), kind, id), id, "", null, null, 200);
    }

    @PostMapping("/{kind}/{id}")
    View change(Visit visit, @PathVariable String kind, @PathVariable String id, HttpServletRequest request) {
        Draft now = need(editing.draft(kind(kind), id), kind, id);
        var draft = new Draft(now.kind(), id, input(request, "version"), inputs(request), now.fields(), now.direct());
        String why = why(request);
        EditOutcome outcome = editing.change(draft.kind(), id, draft.version(), draft.inputs(), why);
        return answer(visit, draft, id, why, outcome);
    }

    private View answer(Visit visit, Draft draft, String id, String why, EditOutcome outcome) {
        String language = "/" + visit.language().tag() + "/";
        return switch (outcome) {
            case EditOutcome.Saved saved -> Redirect.to(language + draft.kind().word() + "/" + saved.id());
            case EditOutcome.Proposed proposed -> Redirect.to(language + "changes/" + proposed.proposal());
            case EditOutcome.Conflict conflict -> {
                // what is filled in is kept, now upon their state
                Draft theirs = conflict.theirs();
                var mine =
                        new Draft(draft.kind(), id, theirs.version(), draft.inputs(), draft.fields(), draft.direct());
                yield show(visit, mine, id, why, outcome, theirs, 409);
            }
            case EditOutcome.Refused refused -> throw closed(draft.kind(), id);
            case EditOutcome.Unchanged same -> show(visit, draft, id, why, outcome, null, 200);
            case EditOutcome.Waiting waiting -> show(visit, draft, id, why, outcome, null, 200);
            case EditOutcome.Invalid invalid -> show(visit, draft, id, why, outcome, null, 400);
        };
    }

    private View show(
            Visit visit,
            Draft draft,
            String id,
            String why,
            @Nullable EditOutcome outcome,
            @Nullable Draft theirs,
            int status) {
        return pages.show(
                visit,
                "edit",
                new EditView(
                        draft,
                        id,
                        why,
                        outcome,
                        theirs,
                        List.copyOf(catalogue.lines(Kind.THEME).values()),
                        List.copyOf(catalogue.lines(Kind.COUNTRY).values()),
                        visibilities()),
                status);
    }

    private static List<String> visibilities() {
        List<String> all = new ArrayList<>(List.of(Visibility.PUBLIC.text()));
        if (Callers.current().sees(Visibility.SHARED)) {
            all.add(Visibility.SHARED.text());
        }
        Callers.current().countries().stream()
                .sorted()
                .forEach(country -> all.add(Visibility.national(country).text()));
        return all;
    }

    /** Every input of the form; ticks of one name are put together. */
    private static Map<String, String> inputs(HttpServletRequest request) {
        Map<String, String> inputs = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (!List.of("_csrf", "version", "why", "id").contains(name)) {
                inputs.put(name, String.join("\n", values).strip());
            }
        });
        return inputs;
    }

    private static String why(HttpServletRequest request) {
        String why = input(request, "why").strip();
        return why.substring(0, Math.min(why.length(), LONGEST_REASON));
    }

    private static String input(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value;
    }

    private Kind kind(String word) {
        Kind kind = Kind.ofWord(word);
        if (kind == null || !editing.kinds().contains(kind)) {
            throw PageProblem.nothing();
        }
        return kind;
    }

    private Draft need(@Nullable Draft draft, String kind, String id) {
        if (draft == null) {
            throw id.isEmpty() ? PageProblem.nothing() : closed(kind(kind), id);
        }
        return draft;
    }

    /** What is public to read is not denied to be there. */
    private PageProblem closed(Kind kind, String id) {
        return editing.seen(kind, id) ? PageProblem.notYours() : PageProblem.noSuchRecord(kind, id);
    }
}
