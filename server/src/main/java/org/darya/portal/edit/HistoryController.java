package org.darya.portal.edit;

import java.util.Locale;
import org.darya.access.Trail;
import org.darya.portal.page.PageProblem;
import org.darya.portal.page.Pages;
import org.darya.portal.page.Visit;
import org.darya.register.Catalogue;
import org.darya.register.Catalogue.Line;
import org.darya.register.Kind;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The trail: of one record for everybody who sees the record, whole for those who answer for it. */
@Controller
@RequestMapping("/{language:ru|kk|en}")
class HistoryController {
    private static final int MOST = 100;

    private final Pages pages;
    private final Trail trail;
    private final Catalogue catalogue;

    HistoryController(Pages pages, Trail trail, Catalogue catalogue) {
        this.pages = pages;
        this.trail = trail;
        this.catalogue = catalogue;
    }

    @GetMapping("/history/{kind}/{id}")
    View history(Visit visit, @PathVariable String kind, @PathVariable String id) {
        Kind known = Kind.ofWord(kind);
        Line line = known == null ? null : catalogue.lines(known).get(id);
        if (known == null || line == null) {
            throw PageProblem.nothing();
        }
        return pages.show(
                visit,
                "history",
                new HistoryView(
                        line,
                        trail.of(table(known), id).stream()
                                .map(row -> new HistoryView.Step(row, Differences.of(row.before(), row.after())))
                                .toList()));
    }

    @GetMapping("/trail")
    View trail(Visit visit, @RequestParam(defaultValue = "") String before) {
        long from = before.matches("[0-9]{1,18}") ? Long.parseLong(before) : Long.MAX_VALUE;
        return pages.show(visit, "trail", trail.before(from, MOST));
    }

    /** Each room keeps a table for each kind, named like it. */
    private static String table(Kind kind) {
        String room = switch (kind) {
            case THEME, COUNTRY, ORGANISATION, SOURCE -> "register";
            case MEETING, DOCUMENT, COMMITMENT, CLAIM -> "agreement";
            case INITIATIVE, PROJECT -> "action";
        };
        return room + "." + kind.name().toLowerCase(Locale.ROOT);
    }
}
