package org.darya.portal.home;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.darya.agreement.Agreements;
import org.darya.agreement.Document;
import org.darya.agreement.Findings;
import org.darya.agreement.Meeting;
import org.darya.platform.Language;
import org.darya.portal.map.MapDrawing;
import org.darya.portal.page.Page;
import org.darya.portal.page.PageView;
import org.darya.portal.page.Pages;
import org.darya.portal.page.Visit;
import org.darya.portal.register.Disagreements;
import org.darya.register.Catalogue;
import org.darya.register.Filter;
import org.darya.register.Programme;
import org.darya.register.Register;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;

/** The front page, and the way to it in the reader's language. */
@Controller
class HomeController {
    private final Pages pages;
    private final Register register;
    private final Catalogue catalogue;
    private final Agreements agreements;
    private final Findings findings;
    private final MapDrawing drawing;
    private final Disagreements disagreements;

    HomeController(
            Pages pages,
            Register register,
            Catalogue catalogue,
            Agreements agreements,
            Findings findings,
            MapDrawing drawing,
            Disagreements disagreements) {
        this.pages = pages;
        this.register = register;
        this.catalogue = catalogue;
        this.agreements = agreements;
        this.findings = findings;
        this.drawing = drawing;
        this.disagreements = disagreements;
    }

    @GetMapping("/")
    ResponseEntity<Void> chooseLanguage(
            @RequestHeader(name = "Accept-Language", required = false) @Nullable String accepted) {
        return ResponseEntity.status(302)
                .header("Location", "/" + Language.ofHeader(accepted).tag() + "/")
                .header("Vary", "Accept-Language")
                .header("Cache-Control", "no-cache")
                .build();
    }

    @GetMapping("/{language:ru|kk|en}")
    ResponseEntity<Void> addSlash(@PathVariable String language) {
        return ResponseEntity.status(301)
                .header("Location", "/" + language + "/")
                .build();
    }

    @GetMapping("/{language:ru|kk|en}/")
    PageView home(Visit visit) {
        Page page = pages.begin(visit);
        Programme programme = page.programme();
        if (programme == null) {
            return pages.show(page, "empty", "");
        }
        List<Meeting> meetings = agreements.meetings().list(Filter.ALL);
        Meeting summit = meetings.stream()
                .filter(meeting -> meeting.id().equals(programme.summit()))
                .findFirst()
                .orElse(null);
        Document declaration = agreements.documents().find(programme.declaration());
        return pages.show(
                page.citing(
                        Stream.of(summit, declaration).filter(Objects::nonNull).toList()),
                "home",
                new HomeView(
                        programme,
                        drawing.draw(programme.map()),
                        register.parties(),
                        catalogue.countsByCountry(),
                        register.themes().list(Filter.ALL),
                        catalogue.countsByTheme(),
                        catalogue.counts(),
                        summit,
                        declaration,
                        after(summit, meetings),
                        findings.headlines(),
                        findings.findingCount(),
                        findings.assessmentCount(),
                        disagreements.count()));
    }

    private static List<Meeting> after(@Nullable Meeting summit, List<Meeting> meetings) {
        return summit == null
                ? List.of()
                : meetings.stream()
                        .filter(meeting ->
                                meeting.dates().first().isAfter(summit.dates().last()))
                        .sorted(Comparator.comparing(Meeting::dates))
                        .toList();
    }
}
