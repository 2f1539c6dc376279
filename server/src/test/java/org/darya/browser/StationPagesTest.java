package org.darya.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.darya.StaServer;
import org.darya.TestServer;
import org.darya.evidence.ObservationFiles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From the map to a station, its newest value and its course, as a browser shows them. */
class StationPagesTest {
    private static final Instant FIRST = Instant.parse("2023-01-01T03:00:00Z");
    private static final int DAYS = 800;

    private static StaServer server;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        server = new StaServer(TestServer.RES2026, Map.of());
        long river = server.station("Gazalkent", 69.77, 41.56, "{'country':'UZB','verticalDatum':'BHS77'}");
        List<String> rows = new ArrayList<>(List.of("phenomenonTime,result"));
        for (int day = 0; day < DAYS; day++) {
            rows.add(FIRST.plusSeconds(day * 86_400L) + "," + (200 + day % 30));
        }
        Path file = folder.resolve("river.csv");
        Files.write(file, rows);
        ObservationFiles.load(server.database, file, (int) river, (read, created, known) -> {});
        server.station("Silent", 75, 42, "{'country':'KGZ'}");
        server.station("Hidden", 75, 43, "{'country':'KAZ','visibility':'national'}");
    }

    @AfterAll
    static void end() {
        server.close();
    }

    private static String address(String path) {
        return server.root().replace("/sta/v1.1", "") + path;
    }

    @ParameterizedTest
    @CsvSource({"ru, 1280", "kk, 390", "en, 1280"})
    void fromTheMapToTheNewestValueAndItsCourse(String language, int width) {
        try (BrowserContext visitor = Browsers.visitor(language, width)) {
            Page page = visitor.newPage();
            page.navigate(address("/" + language + "/stations"));
            assertThat(page.locator("main")).not().containsText("Hidden");
            assertThat(page.locator("main a.map-mark")).hasCount(2);
            PagesTest.assertAccessible(page);
            page.locator("main table a", new Page.LocatorOptions().setHasText("Gazalkent"))
                    .click();

            assertThat(page).hasURL(Pattern.compile("/" + language + "/stations/\\d+"));
            // day 799 of the series: 799 % 30 = 19
            assertThat(page.locator("section[aria-labelledby=latest] tbody")).containsText("219");
            Locator chart = page.locator(width == 1280 ? "main svg.chart-wide" : "main svg.chart-narrow");
            assertThat(chart).isVisible();
            assertThat(page.locator("main table.numbers tbody tr")).hasCount(92);
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(width);
            assertThat(page.locator("main").innerText()).doesNotContain("{0}", "{1}", "null", "station.");
            PagesTest.assertAccessible(page);

            page.locator("main nav.tabs a").nth(1).click();
            assertThat(page.locator("main table.numbers tbody tr")).hasCount(27);
        }
    }

    @Test
    void aDrawingAndTheValuesCanBeTakenAway() {
        String page =
                server.sendTo("GET", address("/en/stations"), "", "text/html").body();
        String station = page.replaceAll("(?s).*href=\"(/en/stations/\\d+)\"[^>]*>Gazalkent.*", "$1");
        var drawing = server.sendTo("GET", address(station + ".svg?by=year"), "", "text/html");
        assertThat(drawing.headers().firstValue("Content-Type")).hasValue("image/svg+xml;charset=UTF-8");
        assertThat(drawing.body()).contains("Gazalkent", "2025");
        String csv = server.sendTo("GET", address(station), "", "text/html")
                .body()
                .replaceAll("(?s).*href=\"([^\"]*resultFormat=CSV[^\"]*)\".*", "$1")
                .replace("&amp;", "&");
        assertThat(server.sendTo("GET", address(csv), "", "text/html").body().lines())
                .hasSize(DAYS + 1);
    }

    @ParameterizedTest
    @CsvSource({
        "/en/stations/4711, 404",
        "/en/stations/nonsense, 404",
        "/en/stations/99999999999999999999, 404",
        "/en/stations?country=XXX, 400",
        "/en/stations?page=-1, 400",
        "/en/stations?page=77, 400"
    })
    void whatIsNotThereIsSaid(String path, int status) {
        var answer = server.sendTo("GET", address(path), "", "text/html");
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains("Maybe");
    }
}
