package org.darya.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.LoadState;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.darya.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people come for, from the first page to the source. */
class JourneysTest {
    private static final int MOST_BYTES = 200 * 1024;

    @ParameterizedTest
    @CsvSource({"ru, ru", "kk-KZ, kk", "en-GB, en", "fr, ru"})
    void theFirstPageIsInTheVisitorsLanguage(String browser, String language) {
        try (BrowserContext visitor = Browsers.visitor(browser, 1280)) {
            Page page = visitor.newPage();
            page.navigate(TestServer.address() + "/");
            assertThat(page).hasURL(TestServer.address() + "/" + language + "/");
            assertThat(page.locator("html")).hasAttribute("lang", language);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ru", "kk", "en"})
    void fromAThemeToAProjectToItsSource(String language) {
        try (BrowserContext visitor = Browsers.visitor(language, 1280)) {
            Page page = visitor.newPage();
            page.navigate(TestServer.address() + "/" + language + "/");
            page.locator("main a[href='/" + language + "/themes/natural-resources']")
                    .first()
                    .click();
            page.locator("main a[href='/" + language + "/projects/n-01']")
                    .first()
                    .click();
            assertThat(page.locator("main"))
                    .containsText(Map.of("ru", "Кокарал", "kk", "Көкарал", "en", "Kokaral")
                            .get(language));
            Locator source =
                    page.locator("main a[href^='/" + language + "/sources/']").first();
            source.click();
            assertThat(page).hasURL(Pattern.compile("/" + language + "/sources/[a-z0-9-]+"));
            assertThat(page.locator("main a[href='/" + language + "/projects/n-01']")
                            .first())
                    .isVisible();
            assertThat(page.locator("main a[href^='http']").first()).isVisible();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ru", "kk", "en"})
    void theLanguageIsChangedOnTheSamePage(String language) {
        try (BrowserContext visitor = Browsers.visitor(language, 1280)) {
            Page page = visitor.newPage();
            page.navigate(TestServer.address() + "/" + language + "/projects?country=KGZ");
            for (String other : List.of("en", "kk", "ru", "kk")) {
                if (page.url().contains("/" + other + "/")) {
                    continue;
                }
                page.locator("header a[hreflang='" + other + "'], header [lang='" + other + "'] a, header a[lang='"
                                + other + "']")
                        .first()
                        .click();
                assertThat(page).hasURL(TestServer.address() + "/" + other + "/projects?country=KGZ");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ru", "kk", "en"})
    void totalsSayWhatTheyCountAndWhatTheyLeaveOut(String language) {
        try (BrowserContext visitor = Browsers.visitor(language, 1280)) {
            Page page = visitor.newPage();
            page.navigate(TestServer.address() + "/" + language + "/projects");
            page.locator("main details summary").first().click();
            String reason = Map.of("ru", "неправдоподобно", "kk", "шындыққа", "en", "implausibly")
                    .get(language);
            for (Locator details :
                    page.locator("main details:not([open]) > summary").all()) {
                if (details.isVisible()) {
                    details.click();
                }
            }
            assertThat(page.locator("main")).containsText(reason);
            page.locator("main form select[name='country']").selectOption("KGZ");
            page.locator("main form button").first().click();
            assertThat(page).hasURL(Pattern.compile("country=KGZ"));
            assertThat(page.locator("main table.projects a[href='/" + language + "/projects/p-03']"))
                    .isVisible();
            assertThat(page.locator("main a[href='/" + language + "/projects/d-10']"))
                    .hasCount(0);
        }
    }

    @Test
    void aRussianWordIsFoundInAnyForm() {
        try (BrowserContext visitor = Browsers.visitor("ru", 390)) {
            Page page = visitor.newPage();
            page.navigate(TestServer.address() + "/ru/");
            Locator field = page.locator("input[name='q']").first();
            field.fill("ледниками");
            field.press("Enter");
            assertThat(page).hasURL(Pattern.compile("/ru/search\\?q="));
            assertThat(page.locator("main mark").first())
                    .containsText(
                            "ледник",
                            new com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions()
                                    .setIgnoreCase(true));
        }
    }

    @Test
    void theKeyboardIsEnough() {
        try (BrowserContext visitor = Browsers.visitor("ru", 1280)) {
            Page page = visitor.newPage();
            page.navigate(TestServer.address() + "/ru/");
            page.keyboard().press("Tab");
            assertThat((String) page.evaluate("document.activeElement.getAttribute('href')"))
                    .as("the first stop leads past the menu")
                    .startsWith("#");
            page.keyboard().press("Enter");
            page.keyboard().press("Tab");
            assertThat((Boolean) page.evaluate("document.querySelector('main').contains(document.activeElement)"))
                    .isTrue();
            assertThat((String) page.evaluate("getComputedStyle(document.activeElement).outlineStyle"))
                    .as("what has the focus is seen")
                    .isNotEqualTo("none");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ru", "kk", "en"})
    void theHomePageIsLight(String language) {
        try (BrowserContext visitor = Browsers.visitor(language, 1280)) {
            List<Request> requests = new CopyOnWriteArrayList<>();
            visitor.onRequestFinished(requests::add);
            Page page = visitor.newPage();
            page.navigate(TestServer.address() + "/" + language + "/");
            page.evaluate("document.fonts.ready.then(() => true)");
            page.waitForLoadState(LoadState.NETWORKIDLE);
            int bytes = requests.stream()
                    .mapToInt(request -> request.sizes().responseBodySize + request.sizes().responseHeadersSize)
                    .sum();
            assertThat(bytes).as("bytes of the first view, fonts included").isLessThanOrEqualTo(MOST_BYTES);
            assertThat(requests).anySatisfy(request -> assertThat(request.url()).endsWith(".woff2"));
        }
    }
}
