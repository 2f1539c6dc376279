package org.darya.portal.said;

import org.darya.agreement.Agreements;
import org.darya.portal.page.PageView;
import org.darya.portal.page.Pages;
import org.darya.portal.page.Visit;
import org.darya.register.Filter;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** Documents, and each with the states it passed. */
@Controller
@RequestMapping("/{language:ru|kk|en}/documents")
class DocumentsController {
    private final Pages pages;
    private final Agreements agreements;

    DocumentsController(Pages pages, Agreements agreements) {
        this.pages = pages;
        this.agreements = agreements;
    }

    @GetMapping
    PageView documents(Visit visit) {
        return pages.show(
                visit, "documents", new DocumentsView(agreements.documents().list(Filter.ALL)));
    }

    @GetMapping("/{id}")
    PageView document(Visit visit, @PathVariable String id) {
        return pages.show(visit, "document", pages.needNamed(agreements.documents(), id));
    }
}
