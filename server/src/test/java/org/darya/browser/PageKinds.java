package org.darya.browser;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** One page of every kind. */
final class PageKinds {
    static final List<String> LANGUAGES = List.of("ru", "kk", "en");

    static final List<String> PATHS = List.of(
            "/",
            "/themes/natural-resources",
            "/meetings",
            "/meetings/summit",
            "/documents",
            "/documents/declaration",
            "/commitments",
            "/commitments/kaz-ndc-2030-unconditional",
            "/claims",
            "/claims/cn-13",
            "/indicators",
            "/indicators/caspian-level",
            "/indicators/aral-area",
            "/indicators/water-stress",
            "/indicators/unemployment",
            "/indicators/unemployment-region",
            "/indicators/money-by-kind",
            "/initiatives",
            "/initiatives/i-01",
            "/projects",
            "/projects?country=KGZ",
            "/projects/p-03",
            "/countries",
            "/countries/UZB",
            "/organisations",
            "/organisations/world-bank",
            "/sources",
            "/sources/bulletin",
            "/search",
            "/search?q=Aral",
            "/stations",
            "/about",
            "/api",
            "/no-such-page");

    private PageKinds() {}

    static Stream<Arguments> inEveryLanguage() {
        return LANGUAGES.stream().flatMap(language -> PATHS.stream().map(path -> Arguments.of(language, path)));
    }
}
