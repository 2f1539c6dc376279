package org.darya;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.darya.action.Actions;
import org.darya.agreement.Agreements;
import org.darya.register.EntryTable;
import org.darya.register.Filter;
import org.darya.register.Level;
import org.darya.register.Register;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The numbers in the README are those of the programme. */
class ReadmeTest {
    @ParameterizedTest
    @CsvSource({
        "README.md, The programme RES 2026 holds, Measured",
        "README.ru.md, Программа РЭС 2026 содержит, Измерено"
    })
    void countsWhatIsThere(String file, String from, String to) throws Exception {
        String text = Files.readString(Path.of("..", file));
        String counted = text.substring(text.indexOf(from) + from.length(), text.indexOf("**" + to));
        List<Integer> numbers = new ArrayList<>();
        Pattern.compile("\\d+")
                .matcher(counted)
                .results()
                .forEach(found -> numbers.add(Integer.valueOf(found.group())));

        Register register = TestServer.get(Register.class);
        Actions actions = TestServer.get(Actions.class);
        Agreements agreements = TestServer.get(Agreements.class);
        assertThat(numbers)
                .containsExactly(
                        all(register.themes()),
                        all(agreements.meetings()),
                        all(agreements.documents()),
                        all(agreements.commitments()),
                        all(agreements.claims()),
                        all(actions.initiatives()),
                        all(actions.projects()),
                        all(register.organisations()),
                        all(register.sources()),
                        level(register, Level.A),
                        level(register, Level.B),
                        level(register, Level.C));
    }

    private static int all(EntryTable<?> table) {
        return table.count(Filter.ALL);
    }

    private static int level(Register register, Level level) {
        return register.sources().count(new Filter(null, null, level));
    }
}
