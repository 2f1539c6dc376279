package org.darya.register;

import static org.assertj.core.api.Assertions.assertThat;

import org.darya.TestServer;
import org.darya.platform.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Word forms matter: whoever types a form that does not stand in the text still finds it. */
class SearchTest {
    private final Search search = TestServer.get(Search.class);

    @ParameterizedTest
    @CsvSource({
        "саммит, саммитами, RU",
        "ледник, ледниками, RU",
        "декларация, декларацию, RU",
        "водохранилище, водохранилищами, RU",
        "glacier, glaciers, EN",
        "commitment, commitments, EN"
    })
    void findsTheSameInEveryForm(String word, String form, Language language) {
        Search.Result one = search.find(word, language, 100, 0);
        Search.Result other = search.find(form, language, 100, 0);
        assertThat(one.total()).isPositive();
        assertThat(other.total()).isEqualTo(one.total());
    }

    @ParameterizedTest
    @CsvSource({"мұздықтардың, KK", "қалдықтарды, KK", "саммиттің, KK"})
    void findsKazakhWordsByTheirBeginning(String word, Language language) {
        assertThat(search.find(word, language, 10, 0).total()).isPositive();
    }

    @Test
    void marksWhatWasFoundInTheReadersLanguage() {
        assertThat(search.find("ледники", Language.RU, 5, 0).hits())
                .anySatisfy(hit -> assertThat(hit.excerpt()).contains(Search.BEGIN + "ледник"));
    }

    @Test
    void showsProseAndNotIdsOrAddresses() {
        assertThat(search.find("вода", Language.RU, 50, 0).hits())
                .hasSizeGreaterThan(10)
                .allSatisfy(hit ->
                        assertThat(hit.excerpt()).doesNotContain("https://").doesNotContain(hit.id()));
        assertThat(search.find("astanatimes", Language.RU, 5, 0).total())
                .as("addresses are found all the same")
                .isPositive();
    }

    @Test
    void putsTheRecordOfThatNameFirst() {
        assertThat(search.find("Kambarata-1", Language.EN, 5, 0)
                        .hits()
                        .getFirst()
                        .id())
                .isEqualTo("p-03");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "'",
                "\"",
                "a:* & | !",
                "\\",
                "%",
                "((((",
                "<script>",
                "саммит & '; drop table register.source"
            })
    void anyTextIsAQuestion(String question) {
        assertThat(search.find(question, Language.RU, 10, 0).total()).isNotNegative();
        assertThat(TestServer.get(Register.class).sources().count(Filter.ALL)).isPositive();
    }
}
