package org.darya.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.darya.Expected;
import org.darya.TestServer;
import org.darya.platform.Language;
import org.darya.platform.Words;
import org.darya.register.Filter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the claims and commitments of RES 2026 come to, against outcomes that were worked out apart from Darya. */
class FindingsTest {
    private static final Path FOLDER = Path.of("src/test/resources/findings");
    private static final Findings FINDINGS = TestServer.get(Findings.class);

    static Stream<CSVRecord> checks() {
        return Expected.rows(FOLDER.resolve("checks.csv")).stream();
    }

    static Stream<CSVRecord> verdicts() {
        return Expected.rows(FOLDER.resolve("verdicts.csv")).stream();
    }

    static Stream<CSVRecord> assessments() {
        return Expected.rows(FOLDER.resolve("assessments.csv")).stream();
    }

    @ParameterizedTest
    @MethodSource("checks")
    void everyCheckComesOut(CSVRecord row) {
        Finding finding = Objects.requireNonNull(FINDINGS.ofClaim(row.get("claim")));
        Finding.Result result = finding.results().stream()
                .filter(one -> one.check().equals(row.get("check")))
                .findFirst()
                .orElseThrow();
        assertThat(Words.of(result.outcome())).isEqualTo(row.get("outcome"));
        if (!row.get("measured").isEmpty()) {
            Finding.Amount measured = Objects.requireNonNull(result.measured());
            assertThat(measured.unit()).isEqualTo(row.get("unit"));
            assertThat(measured.value().doubleValue())
                    .isCloseTo(
                            Double.parseDouble(row.get("measured")), within(Double.parseDouble(row.get("tolerance"))));
        }
    }

    @ParameterizedTest
    @MethodSource("verdicts")
    void everyVerdictComesOut(CSVRecord row) {
        Finding finding = Objects.requireNonNull(FINDINGS.ofClaim(row.get("claim")));
        assertThat(Words.of(finding.verdict())).isEqualTo(row.get("verdict"));
    }

    @ParameterizedTest
    @MethodSource("assessments")
    void everyAssessmentComesOut(CSVRecord row) {
        Assessment found = Objects.requireNonNull(FINDINGS.ofCommitment(row.get("commitment")));
        double tolerance = Double.parseDouble(row.get("tolerance"));
        same(found.base(), row.get("base-year"), row.get("base"), tolerance);
        same(found.latest(), row.get("latest-year"), row.get("latest"), tolerance);
        same(found.target(), row.get("target-year"), row.get("target"), tolerance);
        assertThat(Objects.requireNonNull(found.observed()).doubleValue())
                .isCloseTo(Double.parseDouble(row.get("observed-a-year")), within(tolerance));
    }

    private static void same(Assessment.@Nullable YearValue found, String year, String value, double tolerance) {
        Assessment.YearValue there = Objects.requireNonNull(found);
        assertThat(there.year()).isEqualTo(Integer.parseInt(year));
        assertThat(there.value().doubleValue()).isCloseTo(Double.parseDouble(value), within(tolerance));
    }

    @Test
    void atLeastTwelveClaimsAreFoundAndEveryNumericCommitmentIsAssessed() {
        assertThat(FINDINGS.all()).hasSizeGreaterThanOrEqualTo(12);
        Map<String, Assessment> assessed = FINDINGS.assessments();
        assertThat(TestServer.get(Agreements.class).commitments().list(Filter.ALL).stream()
                        .filter(commitment -> commitment.quantity() != null))
                .isNotEmpty()
                .allSatisfy(commitment -> assertThat(assessed).containsKey(commitment.id()));
    }

    @Test
    void everySentenceIsThereInEveryLanguageAndWhole() {
        assertThat(FINDINGS.all().values())
                .allSatisfy(finding -> Language.OF_PAGES.forEach(language -> {
                    assertThat(finding.sentence().in(language))
                            .isNotBlank()
                            .doesNotContain("{")
                            .doesNotContain("null");
                    finding.results()
                            .forEach(result -> assertThat(result.ruleText().in(language))
                                    .isNotBlank()
                                    .doesNotContain("{"));
                }));
        assertThat(FINDINGS.assessments().values())
                .allSatisfy(found -> Language.OF_PAGES.forEach(language ->
                        assertThat(found.sentence().in(language)).isNotBlank().doesNotContain("{")));
    }

    @Test
    void findingTheSameAgainLeavesWhatStands() {
        Finding before = Objects.requireNonNull(FINDINGS.ofClaim("cn-13"));
        FINDINGS.evaluate();
        assertThat(FINDINGS.ofClaim("cn-13")).isEqualTo(before);
        assertThat(FINDINGS.formerOfClaim("cn-13")).isEmpty();
    }
}
