package org.darya.register.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.darya.platform.ApiProblem;
import org.darya.platform.Language;
import org.darya.platform.ProblemCode;
import org.darya.register.Items;
import org.darya.register.Search;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Search over every record. */
@RestController
@Tag(name = "search")
class SearchApi {
    private final Search search;

    SearchApi(Search search) {
        this.search = search;
    }

    @GetMapping("/api/v1/search")
    @Operation(summary = "Records that hold the words, best first; Russian and English words in any form")
    Items<Search.Hit> find(
            @RequestParam String q,
            @RequestParam(required = false) @Nullable String lang,
            @RequestParam(defaultValue = "20") int limit,
            @RequestParam(defaultValue = "0") int offset,
            @RequestHeader(name = "Accept-Language", required = false) @Nullable String accept) {
        if (limit < 1 || limit > 100) {
            throw new ApiProblem(ProblemCode.BAD_PARAMETER, "limit", Integer.toString(limit), "1 … 100");
        }
        if (offset < 0) {
            throw new ApiProblem(ProblemCode.BAD_PARAMETER, "offset", Integer.toString(offset), "0, 1, 2 …");
        }
        if (q.length() > 200) {
            throw new ApiProblem(ProblemCode.BAD_PARAMETER, "q", q.substring(0, 40) + "…", "1 … 200");
        }
        Language asked = Language.ofTag(lang);
        Language language = asked != null && Language.OF_PAGES.contains(asked) ? asked : Language.ofHeader(accept);
        Search.Result result = search.find(q, language, limit, offset);
        return new Items<>(result.hits().stream().map(SearchApi::plain).toList(), result.total());
    }

    /** The marks around found words are for pages. */
    private static Search.Hit plain(Search.Hit hit) {
        String excerpt =
                hit.excerpt().replace(String.valueOf(Search.BEGIN), "").replace(String.valueOf(Search.END), "");
        return new Search.Hit(hit.kind(), hit.id(), hit.title(), hit.level(), excerpt);
    }
}
