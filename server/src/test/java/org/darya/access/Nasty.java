package org.darya.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;

/** Texts that break careless programs, and what an answer to them has to be. */
final class Nasty {
    static final List<String> TEXTS = List.of(
            "'; drop table register.source; --",
            "\" or 1=1 --",
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "{{7*7}}${7*7}",
            "../../../../etc/passwd",
            "..\\..\\windows",
            "%00",
            "\u0000",
            "\u0001\u001b",
            "\uFEFF",
            "\u202Eevil",
            "😀".repeat(50),
            "a".repeat(5000),
            "NaN",
            "-1",
            "99999999999999999999",
            "1e309",
            "null",
            "[]",
            "{}",
            "- a: b",
            "&a *a",
            "!!javax.script.ScriptEngineManager",
            "\r\nSet-Cookie: x=y",
            "ı",
            "İ",
            " ",
            "");

    private Nasty() {}

    static void isClear(HttpResponse<String> answer, String asked) {
        assertThat(answer.statusCode()).as(asked).isLessThan(500);
        assertThat(answer.body())
                .as(asked)
                .doesNotContain("\tat ", "Exception", "org.springframework", "org.postgresql", "SQLState");
        if (answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
            assertThat(answer.body()).as(asked).doesNotContain("<script>alert", "<img src=x");
        }
    }
}
