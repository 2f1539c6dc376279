package org.darya.portal.search;

import java.util.LinkedHashMap;
import java.util.Map;
import org.darya.portal.page.Choice;
import org.darya.portal.page.PageView;
import org.darya.portal.page.Pages;
import org.darya.portal.page.Visit;
import org.darya.register.Kind;
import org.darya.register.Search;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Search over everything, and the pages that explain the register. */
@Controller
@RequestMapping("/{language:ru|kk|en}")
class SearchController {
    private static final int ON_A_PAGE = 20;
    private static final int LONGEST_QUESTION = 200;

    private final Pages pages;
    private final Search search;

    SearchController(Pages pages, Search search) {
        this.pages = pages;
        this.search = search;
    }

    @GetMapping("/search")
    PageView search(
            Visit visit,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String page) {
        String asked = q.strip();
        String question = asked.substring(0, Math.min(asked.length(), LONGEST_QUESTION));
        Kind only = Choice.of(kinds(), "kind", kind);
        Map<Kind, Integer> counts = search.counts(question, visit.language());
        int total =
                only == null ? counts.values().stream().mapToInt(count -> count).sum() : counts.getOrDefault(only, 0);
        int lastPage = Math.max(1, (total + ON_A_PAGE - 1) / ON_A_PAGE);
        Integer number = Choice.of(numbers(lastPage), "page", page);
        int current = number == null ? 1 : number;
        Search.Result result = search.find(question, only, visit.language(), ON_A_PAGE, (current - 1) * ON_A_PAGE);
        return pages.show(
                visit, "search", new SearchView(question, only, counts, result.hits(), total, current, lastPage));
    }

    @GetMapping("/about")
    PageView about(Visit visit) {
        return pages.show(visit, "about", "");
    }

    @GetMapping("/api")
    PageView api(Visit visit) {
        return pages.show(visit, "api", "");
    }

    private static Map<String, Kind> kinds() {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        for (Kind kind : Kind.values()) {
            kinds.put(kind.word(), kind);
        }
        return kinds;
    }

    private static Map<String, Integer> numbers(int last) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        for (int number = 1; number <= last; number++) {
            numbers.put(String.valueOf(number), number);
        }
        return numbers;
    }
}
