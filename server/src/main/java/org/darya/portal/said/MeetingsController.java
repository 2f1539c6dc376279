package org.darya.portal.said;

import org.darya.agreement.Agreements;
import org.darya.agreement.Meeting;
import org.darya.portal.page.PageView;
import org.darya.portal.page.Pages;
import org.darya.portal.page.Visit;
import org.darya.register.Filter;
import org.darya.register.Programme;
import org.darya.register.Register;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** Meetings in the order of time, and each. */
@Controller
@RequestMapping("/{language:ru|kk|en}/meetings")
class MeetingsController {
    private final Pages pages;
    private final Register register;
    private final Agreements agreements;

    MeetingsController(Pages pages, Register register, Agreements agreements) {
        this.pages = pages;
        this.register = register;
        this.agreements = agreements;
    }

    @GetMapping
    PageView meetings(Visit visit) {
        Programme programme = register.programme();
        return pages.show(
                visit,
                "meetings",
                Timeline.of(agreements.meetings().list(Filter.ALL), programme == null ? "" : programme.summit()));
    }

    @GetMapping("/{id}")
    PageView meeting(Visit visit, @PathVariable String id) {
        Pages.RecordView<Meeting> found = pages.needNamed(agreements.meetings(), id);
        return pages.show(visit, "meeting", found);
    }
}
