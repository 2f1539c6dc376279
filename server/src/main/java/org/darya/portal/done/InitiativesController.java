package org.darya.portal.done;

import org.darya.action.Actions;
import org.darya.portal.page.PageView;
import org.darya.portal.page.Pages;
import org.darya.portal.page.Visit;
import org.darya.register.Filter;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** Initiatives and, apart from them, proposals. */
@Controller
@RequestMapping("/{language:ru|kk|en}/initiatives")
class InitiativesController {
    private final Pages pages;
    private final Actions actions;

    InitiativesController(Pages pages, Actions actions) {
        this.pages = pages;
        this.actions = actions;
    }

    @GetMapping
    PageView initiatives(Visit visit) {
        return pages.show(
                visit, "initiatives", new InitiativesView(actions.initiatives().list(Filter.ALL)));
    }

    @GetMapping("/{id}")
    PageView initiative(Visit visit, @PathVariable String id) {
        return pages.show(visit, "initiative", pages.needNamed(actions.initiatives(), id));
    }
}
