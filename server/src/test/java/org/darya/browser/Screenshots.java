package org.darya.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;

/**
 * Pictures of every kind of page, to be looked at: {@code Screenshots ADDRESS FOLDER [PATH...]}. Not a test: whether a page
 * is good to look at is for people to say.
 */
public final class Screenshots {
    private Screenshots() {}

    public static void main(String[] words) {
        List<String> paths = words.length > 2 ? List.of(words).subList(2, words.length) : PageKinds.PATHS;
        for (String language : PageKinds.LANGUAGES) {
            for (int width : new int[] {1280, 390}) {
                try (BrowserContext visitor = Browsers.visitor(language, width)) {
                    Page page = visitor.newPage();
                    for (String path : paths) {
                        page.navigate(words[0] + "/" + language + path);
                        String name = path.equals("/")
                                ? "home"
                                : path.replaceAll("[^a-zA-Z0-9]+", "-").substring(1);
                        page.screenshot(new Page.ScreenshotOptions()
                                .setFullPage(true)
                                .setPath(Path.of(words[1], "%s-%s-%d.png".formatted(name, language, width))));
                    }
                }
            }
        }
        System.exit(0);
    }
}
