package org.darya.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.darya.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of page, in every language, wide, narrow and on paper, as a browser shows it. */
class PagesTest {
    private static final Set<String> GRAVE = Set.of("serious", "critical");

    /** Text nodes with Cyrillic letters that the reader of an English page is not told are of another language. */
    private static final String FOREIGN = """
            () => { const found = [];
              const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (walk.nextNode()) { const node = walk.currentNode;
                if (/[\\u0400-\\u04ff]/.test(node.data) && node.parentElement.closest('[lang]').lang === 'en')
                  found.push(node.data.trim()); }
              return found.join(' | '); }""";

    private static final Map<String, Window> WINDOWS = new HashMap<>();

    /** One window for each language and width: opening a new one for every page takes longer than the page. */
    private record Window(Page page, List<String> elsewhere, List<String> complaints) {
        static Window open(String language, int width) {
            BrowserContext visitor = Browsers.visitor(language, width);
            var window = new Window(visitor.newPage(), new ArrayList<>(), new ArrayList<>());
            visitor.onRequest(request -> {
                if (!request.url().startsWith(TestServer.address())) {
                    window.elsewhere.add(request.url());
                }
            });
            visitor.onConsoleMessage(message -> window.complaints.add(message.text()));
            return window;
        }

        Page show(String address) {
            elsewhere.clear();
            complaints.clear();
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
            page.navigate(address);
            return page;
        }
    }

    @AfterAll
    static void closeWindows() {
        WINDOWS.values().forEach(window -> window.page().context().close());
        WINDOWS.clear();
    }

    @ParameterizedTest
    @MethodSource("org.darya.browser.PageKinds#inEveryLanguage")
    void isSoundAtEveryWidth(String language, String path) {
        for (int width : new int[] {1280, 390}) {
            Window window = WINDOWS.computeIfAbsent(language + width, key -> Window.open(language, width));
            Page page = window.show(TestServer.address() + "/" + language + path);

            assertThat(window.elsewhere()).as("requests that leave the server").isEmpty();
            assertThat(window.complaints())
                    .filteredOn(text -> !path.equals("/no-such-page") || !text.contains("404"))
                    .as("what the browser complains of")
                    .isEmpty();
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
            assertThat(page.locator("h1").count()).isEqualTo(1);
            assertThat(page.locator("script").count())
                    .as("pages read without scripts")
                    .isZero();
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .as("no sideways scrolling at " + width)
                    .isLessThanOrEqualTo(width);
            assertThat(page.locator("main").innerText()).doesNotContain("{0}", "{1}", "null");
            if (width == 1280 && language.equals("ru") || width == 390 && language.equals("kk")) {
                assertAccessible(page);
            }
            if (width == 1280) {
                assertOneLanguage(page, language);
                assertPrints(page);
            }
        }
    }

    static void assertAccessible(Page page) {
        assertThat(new AxeBuilder(page)
                                .setLegacyMode(true) // one frame: no second page is needed
                                .analyze()
                                .getViolations()
                                .stream()
                                .filter(violation -> GRAVE.contains(violation.getImpact()))
                                .map(violation -> violation.getId() + ": "
                                        + violation.getNodes().getFirst().getHtml())
                                .toList())
                .as("hindrances to people with disabilities")
                .isEmpty();
    }

    /** Cyrillic languages cannot be told apart by their letters; their texts are tested by their keys. */
    private static void assertOneLanguage(Page page, String language) {
        if (language.equals("en")) {
            assertThat(page.evaluate(FOREIGN)).isEqualTo("");
        }
    }

    private static void assertPrints(Page page) {
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator("main").isVisible()).isTrue();
        assertThat(page.locator("body nav:visible").count())
                .as("no menus on paper")
                .isZero();
    }
}
