package org.darya.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.assertj.core.api.SoftAssertions;
import org.darya.Expected;
import org.darya.TestServer;
import org.darya.methods.registry.Methods;
import org.darya.platform.Language;
import org.darya.register.Filter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every indicator of RES 2026 gives, through the whole chain from file to page, the values that were computed apart from it. */
class IndicatorValuesTest {
    private static final Path FOLDER = Path.of("src/test/resources/indicators");
    private static final Indicators INDICATORS = TestServer.get(Indicators.class);

    static Stream<String> indicators() {
        return INDICATORS.list(Filter.ALL).stream().map(Indicator::id);
    }

    @ParameterizedTest
    @MethodSource("indicators")
    void givesTheExpectedValues(String id) {
        Path file = FOLDER.resolve(id + ".csv");
        assertThat(file)
                .as("an indicator is not complete without expected values")
                .exists();
        IndicatorVersion version = current(id);
        List<CSVRecord> rows = Expected.rows(file);
        assertThat(rows).isNotEmpty();
        var softly = new SoftAssertions();
        for (CSVRecord row : rows) {
            compare(row, version, softly);
        }
        softly.assertAll();
    }

    private static IndicatorVersion current(String id) {
        return Objects.requireNonNull(INDICATORS.current(id), "nothing was computed for " + id);
    }

    private static void compare(CSVRecord row, IndicatorVersion version, SoftAssertions softly) {
        Map<String, String> key = Expected.key(row.get("line"));
        Line line = version.lines().stream()
                .filter(one -> one.key().equals(key)
                        && (!key.isEmpty() || one.aggregate() || version.lines().size() == 1))
                .findFirst()
                .orElse(null);
        String what = row.get("line") + " " + row.get("period");
        if (row.get("expected").isEmpty()) {
            softly.assertThat(line == null ? null : number(line, row.get("period")))
                    .as(what + " is missing: " + row.get("from"))
                    .isNull();
            return;
        }
        softly.assertThat(row.get("unit")).as("unit of " + what).isEqualTo(version.unit());
        softly.assertThat(line).as("line " + key).isNotNull();
        if (line != null) {
            BigDecimal number = number(line, row.get("period"));
            softly.assertThat(number).as(what).isNotNull();
            if (number != null) {
                softly.assertThat(number.doubleValue())
                        .as(what)
                        .isCloseTo(
                                Double.parseDouble(row.get("expected")),
                                within(Double.parseDouble(row.get("tolerance"))));
            }
        }
    }

    private static @org.jspecify.annotations.Nullable BigDecimal number(Line line, String period) {
        return line.values().stream()
                .filter(value -> value.refused() == null)
                .filter(value -> period.isEmpty()
                        ? value == line.latest()
                        : value.period().text().equals(period))
                .findFirst()
                .map(IndicatorValue::number)
                .orElse(null);
    }

    @Test
    void everyThemeHasThreeOrMore() {
        Map<String, Long> counts = INDICATORS.list(Filter.ALL).stream()
                .flatMap(indicator -> indicator.head().themes().stream())
                .collect(Collectors.groupingBy(theme -> theme, Collectors.counting()));
        assertThat(counts)
                .hasSize(8)
                .allSatisfy((theme, count) -> assertThat(count).as(theme).isGreaterThanOrEqualTo(3));
        assertThat(INDICATORS.list(Filter.ALL)).hasSizeGreaterThanOrEqualTo(24);
    }

    @Test
    void everyIndicatorIsWhole() {
        assertThat(INDICATORS.list(Filter.ALL)).allSatisfy(indicator -> {
            if (indicator.from() == Indicator.Origin.EVIDENCE) {
                assertThat(Methods.get(indicator.method()).card().id()).isEqualTo(indicator.method());
            }
            for (Language language : Language.OF_PAGES) {
                assertThat(indicator.title().in(language)).isNotBlank();
                assertThat(Objects.requireNonNull(indicator.head().summary()).in(language))
                        .isNotBlank();
                assertThat(Objects.requireNonNull(indicator.uncertainty()).in(language))
                        .isNotBlank();
            }
        });
    }

    @Test
    void noExpectedValuesStandForNothing() throws IOException {
        Set<String> declared = indicators().collect(Collectors.toSet());
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".csv"))
                            .map(name -> name.substring(0, name.length() - 4)))
                    .isNotEmpty()
                    .allMatch(declared::contains);
        }
    }

    /** A value without a number says why, and never stands as zero. */
    @Test
    void everyMissingValueHasItsReason() {
        for (String id : indicators().toList()) {
            IndicatorVersion version = current(id);
            for (Line line : version.lines()) {
                for (IndicatorValue value : line.values()) {
                    assertThat(value.number() == null)
                            .as(id + line.key() + value.period())
                            .isEqualTo(value.status() == ValueStatus.NOT_REPORTED
                                    || value.status() == ValueStatus.NOT_APPLICABLE);
                    if (value.number() == null) {
                        assertThat(value.reason())
                                .as(id + line.key() + value.period())
                                .isNotNull();
                    } else {
                        assertThat(value.used())
                                .as(id + line.key() + value.period())
                                .isNotEmpty();
                    }
                }
            }
        }
    }

    @Test
    void computingAgainGivesTheSameVersions() {
        Map<String, String> before = INDICATORS.atAGlance(Filter.ALL).stream()
                .collect(Collectors.toMap(one -> one.indicator().id(), one -> String.valueOf(one.version())));
        INDICATORS.recompute();
        Map<String, String> after = INDICATORS.atAGlance(Filter.ALL).stream()
                .collect(Collectors.toMap(one -> one.indicator().id(), one -> String.valueOf(one.version())));
        assertThat(after).isEqualTo(before);
        assertThat(INDICATORS.versions("caspian-level")).hasSize(1);
    }
}
