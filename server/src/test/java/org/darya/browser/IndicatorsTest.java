package org.darya.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Media;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.darya.TestServer;
import org.darya.evidence.Indicators;
import org.darya.register.Filter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Charts and numbers of indicators as a browser shows them. */
class IndicatorsTest {
    /** Words of a chart that lie on other words or leave its sheet. */
    private static final String WORDS_ON_WORDS = """
            () => { const bad = [];
              for (const svg of document.querySelectorAll('svg.chart')) {
                if (getComputedStyle(svg).display === 'none') continue;
                const sheet = svg.getBoundingClientRect();
                const words = [...svg.querySelectorAll('text')].map(e => [e.textContent, e.getBoundingClientRect()]);
                words.forEach(([text, a], i) => {
                  if (a.left < sheet.left - 3 || a.right > sheet.right + 3) bad.push(text + ' leaves the sheet');
                  words.slice(i + 1).forEach(([other, b]) => {
                    if (Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
                        && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 4) bad.push(text + ' / ' + other); });
                }); }
              return bad.join(' | '); }""";

    private static String address(String language, String path) {
        return TestServer.address() + "/" + language + path;
    }

    @ParameterizedTest
    @ValueSource(strings = {"ru", "kk", "en"})
    void fromAThemeToANumberToItsSource(String language) {
        try (BrowserContext visitor = Browsers.visitor(language, 1280)) {
            Page page = visitor.newPage();
            page.navigate(address(language, "/themes/natural-resources"));
            page.locator("#measured ~ .box a[href$='/indicators/caspian-level']")
                    .click();
            assertThat(page.locator("main svg.chart-wide")).isVisible();
            assertThat(page.locator("main svg.chart-narrow")).isHidden();
            assertThat(page.locator("#method")).isVisible();
            page.locator("section[aria-labelledby=inputs] a[href^='/" + language + "/sources/']")
                    .first()
                    .click();
            assertThat(page).hasURL(Pattern.compile("/" + language + "/sources/[a-z0-9-]+"));
        }
    }

    @Test
    void aChartLeadsToItsNumbersByKeyboard() {
        try (BrowserContext visitor = Browsers.visitor("ru", 1280)) {
            Page page = visitor.newPage();
            page.navigate(address("ru", "/indicators/caspian-level"));
            Locator name = page.locator("svg.chart-wide a.c-name").first();
            name.focus();
            assertThat((String) page.evaluate("getComputedStyle(document.activeElement).outlineStyle"))
                    .as("what has the focus is seen")
                    .isNotEqualTo("none");
            page.keyboard().press("Enter");
            assertThat((Boolean) page.evaluate("document.querySelector('th:target') !== null"))
                    .as("the name of a line leads to its column")
                    .isTrue();
            int stops = page.locator("svg.chart-wide a:not([tabindex='-1'])").count();
            assertThat(stops).as("nobody tabs through hundreds of points").isBetween(1, 24);
            Locator point = page.locator("svg.chart-wide a.c-point").first();
            String target = point.getAttribute("href").substring(1);
            assertThat(page.locator("td[id='" + target + "']")).hasCount(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ru", "kk", "en"})
    void aChartIsToldInWords(String language) {
        try (BrowserContext visitor = Browsers.visitor(language, 1280)) {
            Page page = visitor.newPage();
            page.navigate(address(language, "/indicators/caspian-level"));
            Locator chart = page.locator("svg.chart-wide");
            assertThat(chart.locator("title").first()).not().isEmpty();
            assertThat(chart.locator("desc")).containsText("(2023)");
        }
    }

    @ParameterizedTest
    @CsvSource({"kk, 1280", "kk, 390", "ru, 390", "en, 1280"})
    void noWordsLieOnWords(String language, int width) {
        List<String> faults = new ArrayList<>();
        try (BrowserContext visitor = Browsers.visitor(language, width)) {
            Page page = visitor.newPage();
            for (var indicator : TestServer.get(Indicators.class).list(Filter.ALL)) {
                page.navigate(address(language, "/indicators/" + indicator.id()));
                page.evaluate("document.fonts.ready.then(() => true)");
                String bad = (String) page.evaluate(WORDS_ON_WORDS);
                if (!bad.isEmpty()) {
                    faults.add(indicator.id() + ": " + bad);
                }
                if ((Integer) page.evaluate("document.documentElement.scrollWidth") > width) {
                    faults.add(indicator.id() + " scrolls sideways");
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void refusedValuesAreShownWithTheirReason() {
        try (BrowserContext visitor = Browsers.visitor("en", 1280)) {
            Page page = visitor.newPage();
            page.navigate(address("en", "/indicators/aral-area"));
            assertThat(page.locator("svg.chart-wide .c-refused").first()).isVisible();
            assertThat(page.locator("section[aria-labelledby=refused]")).containsText("2019");
            assertThat(page.locator("section[aria-labelledby=refused]")).containsText("press");
            assertThat(page.locator("table .refused").first()).isVisible();
        }
    }

    @Test
    void thePermanentLinkGivesTheSameNumbers() {
        try (BrowserContext visitor = Browsers.visitor("ru", 1280)) {
            Page page = visitor.newPage();
            page.navigate(address("ru", "/indicators/water-stress"));
            String numbers = page.locator("table.numbers").innerText();
            page.locator(".permanent a").click();
            assertThat(page).hasURL(Pattern.compile("/ru/indicators/water-stress/versions/[0-9a-f]+$"));
            assertThat(page.locator("table.numbers").innerText()).isEqualTo(numbers);
        }
    }

    @Test
    void theDrawingStandsAlone() {
        try (BrowserContext visitor = Browsers.visitor("en", 1280)) {
            Page page = visitor.newPage();
            List<String> complaints = new ArrayList<>();
            page.onConsoleMessage(message -> complaints.add(message.text()));
            Response response = page.navigate(address("en", "/indicators/caspian-level.svg"));
            assertThat(response.headerValue("content-type")).startsWith("image/svg+xml");
            assertThat(page.locator("svg > title")).hasText("Level of the Caspian Sea");
            assertThat(response.text()).contains("/en/indicators/caspian-level/versions/");
            // a browser that shows a file asks for an icon of the site, which there is none of under that name
            assertThat(complaints).filteredOn(text -> !text.contains("404")).isEmpty();
        }
    }

    @Test
    void paperShowsEveryNumber() {
        try (BrowserContext visitor = Browsers.visitor("ru", 390)) {
            Page page = visitor.newPage();
            page.navigate(address("ru", "/indicators/caspian-level"));
            assertThat(page.locator("svg.chart-narrow")).isVisible();
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(page.locator("svg.chart-wide")).isVisible();
            assertThat(page.locator("svg.chart-narrow")).isHidden();
            assertThat(
                            (Boolean)
                                    page.evaluate(
                                            "(() => { const box = document.querySelector('.values-box'); return box.scrollHeight <= box.clientHeight + 1; })()"))
                    .as("no number is behind a scroll bar on paper")
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ru", "kk", "en"})
    void aCountryIsSeenAtAGlance(String language) {
        try (BrowserContext visitor = Browsers.visitor(language, 1280)) {
            Page page = visitor.newPage();
            page.navigate(address(language, "/countries/KAZ"));
            assertThat(page.locator(".glance tbody tr").count()).isGreaterThanOrEqualTo(24);
            assertThat(page.locator(".glance .way-good").first()).isVisible();
            assertThat(page.locator(".glance .way-bad").first()).isVisible();
            page.locator(".jump a[href='#measured']").click();
            assertThat(page).hasURL(Pattern.compile("#measured$"));
        }
    }

    @Test
    void anIndicatorIsFoundBySearch() {
        try (BrowserContext visitor = Browsers.visitor("ru", 1280)) {
            Page page = visitor.newPage();
            page.navigate(address("ru", "/search?q=водный+стресс&kind=indicators"));
            assertThat(page.locator(".hits a[href='/ru/indicators/water-stress']"))
                    .isVisible();
        }
    }
}
