package org.darya.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.darya.TestServer;
import org.darya.access.Accounts;
import org.darya.access.Role;
import org.darya.access.Site;
import org.darya.platform.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;

/** Signing in, codes, editing, proposing, approving and history, as people do it in a browser, wide and narrow. */
class AccessJourneysTest {
    private static final ConfigurableApplicationContext SERVER =
            TestServer.start(TestDatabase.create(), TestServer.RES2026);
    private static final String ADDRESS =
            "http://127.0.0.1:" + SERVER.getEnvironment().getProperty("local.server.port");
    private static final String PASSWORD = "seven lakes in a row";
    private static final Path PICTURES = Path.of("target/screenshots/access");

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private static String add(String name, Role role, @org.jspecify.annotations.Nullable String country) {
        return SERVER.getBean(Accounts.class)
                .add(new Accounts.Wanted(name, name, role, country, null, null))
                .oneTimePassword();
    }

    /** Signs in for the first time and sets up what is asked for; ends on the page of the account. */
    private static void enter(Page page, String language, String name, String oneTime) {
        page.navigate(ADDRESS + "/" + language + "/sign-in");
        page.locator("#name").fill(name);
        page.locator("#password").fill(oneTime);
        page.locator("main form button").click();
        assertThat(page).hasURL(Pattern.compile("/sign-in/password"));
        look(page, "password");
        page.locator("#before").fill(oneTime);
        page.locator("#password").fill(PASSWORD);
        page.locator("#again").fill(PASSWORD);
        page.locator("main form button").click();
        if (page.url().contains("/sign-in/enrol")) {
            look(page, "enrol");
            var site = new Site(ADDRESS);
            site.secret = page.locator("code.secret").textContent().replace(" ", "");
            page.locator("#code").fill(site.code(0));
            page.locator("main form button").click();
        }
        assertThat(page).hasURL(Pattern.compile("/" + language + "/account$"));
    }

    /** Nothing sticks out, nothing grave stands against the page; a picture is kept to be looked at. */
    private static void look(Page page, String name) {
        int[] widths = {page.viewportSize().width, 390};
        for (int width : widths) {
            page.setViewportSize(width, 900);
            int out = (Integer) page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
            assertThat(out).as("%s at %d px sticks out", name, width).isLessThanOrEqualTo(0);
            String language = page.locator("html").getAttribute("lang");
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(PICTURES.resolve("%s-%s-%d.png".formatted(name, language, width))));
        }
        page.setViewportSize(widths[0], 900);
        assertThat(new AxeBuilder(page)
                        .analyze().getViolations().stream()
                                .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                                .map(rule -> rule.getId() + " "
                                        + rule.getNodes().getFirst().getHtml()))
                .as(name)
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ru", "kk", "en"})
    void theSecretariatSignsInAndCorrectsARecord(String language) throws Exception {
        String name = "secretary-" + language;
        String oneTime = add(name, Role.SECRETARIAT, null);
        try (BrowserContext visitor = Browsers.visitor(language, 1280)) {
            Page page = visitor.newPage();
            page.navigate(ADDRESS + "/" + language + "/sign-in");
            look(page, "sign-in");
            page.locator("#name").fill(name);
            page.locator("#password").fill("wrong");
            page.locator("main form button").click();
            assertThat(page.locator("[role=alert]")).isVisible();
            look(page, "sign-in-wrong");
            enter(page, language, name, oneTime);
            look(page, "account");
            assertThat(visitor.cookies()).allSatisfy(cookie -> {
                Cookie one = cookie;
                assertThat(one.httpOnly).isTrue();
                assertThat(one.sameSite.name()).isEqualTo("STRICT");
            });
            page.navigate(ADDRESS + "/" + language + "/claims/cn-02");
            page.locator(".record-tools a[href*='/edit/']").click();
            look(page, "edit");
            page.locator("[name='title.en']").fill("");
            page.locator("#in-why").fill("a test in " + language);
            page.locator("main form.sheet > p button").click();
            assertThat(page.locator(".field-problem").first()).isVisible();
            look(page, "edit-wrong");
            page.locator("[name='title.en']").fill("Regional warming by 2050, corrected in " + language);
            page.locator("main form.sheet > p button").click();
            assertThat(page).hasURL(Pattern.compile("/claims/cn-02$"));
            page.locator(".record-tools a[href*='/history/']").click();
            assertThat(page.locator("main")).containsText("corrected in " + language);
            assertThat(page.locator("main")).containsText(name);
            look(page, "history");
            page.navigate(ADDRESS + "/" + language + "/trail");
            look(page, "trail");
            page.navigate(ADDRESS + "/" + language + "/account");
            page.locator("form[action$='/sign-out'] button").click();
            assertThat(page).hasURL(ADDRESS + "/" + language + "/");
            page.navigate(ADDRESS + "/" + language + "/account");
            assertThat(page).hasURL(Pattern.compile("/sign-in"));
        }
        Path exported = Files.createTempDirectory("exported").resolve("programme");
        SERVER.getBean(org.darya.programme.Programmes.class).export().write(exported);
        assertThat(Files.readString(exported.resolve("claims/concept-note.yaml"), StandardCharsets.UTF_8))
                .contains("corrected in " + language)
                .startsWith("# Numeric claims of the concept note");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ru", "kk", "en"})
    void aFocalPointProposesAndTheOtherCountryApproves(String language) {
        String proposer = "kaz-" + language;
        String approver = "uzb-" + language;
        String first = add(proposer, Role.FOCAL_POINT, "KAZ");
        String second = add(approver, Role.FOCAL_POINT, "UZB");
        try (BrowserContext one = Browsers.visitor(language, 390);
                BrowserContext other = Browsers.visitor(language, 1280);
                BrowserContext reader = Browsers.visitor(language, 1280)) {
            Page kaz = one.newPage();
            enter(kaz, language, proposer, first);
            kaz.navigate(ADDRESS + "/" + language + "/edit/claims");
            kaz.locator("#in-id").fill("joint-" + language);
            for (String tag : List.of("ru", "kk", "en")) {
                kaz.locator("[name='title." + tag + "']").fill("Joint " + language + " " + tag);
                kaz.locator("[name='text." + tag + "']").fill("Text " + tag);
                kaz.locator("[name='check." + tag + "']").fill("Check " + tag);
            }
            kaz.locator("[name='level']").selectOption("A");
            kaz.locator("[name='sources']").fill("bulletin");
            kaz.locator("input[name='countries'][value='UZB']").check();
            kaz.locator("[name='checkable']").selectOption("no-data");
            kaz.locator("#in-why").fill("agreed with the neighbours");
            kaz.locator("main form.sheet > p button").click();
            assertThat(kaz).hasURL(Pattern.compile("/changes/\\d+$"));
            assertThat(kaz.locator(".pending")).isVisible();
            look(kaz, "change");
            Page uzb = other.newPage();
            enter(uzb, language, approver, second);
            uzb.navigate(ADDRESS + "/" + language + "/changes");
            look(uzb, "changes");
            uzb.locator("main table a").first().click();
            look(uzb, "change-to-approve");
            uzb.locator("#why").fill("we agree");
            uzb.locator("form.sheet button").first().click();
            assertThat(uzb.locator("form.sheet")).hasCount(0);
            Page open = reader.newPage();
            open.navigate(ADDRESS + "/" + language + "/claims/joint-" + language);
            assertThat(open.locator("h1")).containsText("Joint " + language);
            assertThat(reader.cookies()).as("a reader gets no cookie").isEmpty();
        }
    }

    @Test
    void anAdministratorKeepsAccounts() {
        String oneTime = add("chief", Role.ADMINISTRATOR, null);
        try (BrowserContext visitor = Browsers.visitor("ru", 1280)) {
            Page page = visitor.newPage();
            enter(page, "ru", "chief", oneTime);
            page.locator(".desk a[href$='/users']").click();
            page.locator("#u-name").fill("new.person");
            page.locator("#u-role").selectOption("focal-point");
            page.locator("#u-country").selectOption("KGZ");
            page.locator("form.sheet button").click();
            assertThat(page.locator("#given")).isVisible();
            look(page, "users");
            page.navigate(ADDRESS + "/ru/account");
            page.locator("#token-name").fill("Скрипт");
            page.locator("form[action$='/tokens'] button").click();
            assertThat(page.locator("#fresh")).containsText("darya_");
            look(page, "tokens");
        }
    }
}
