package org.darya.agreement;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.darya.agreement.finding.Evaluation;
import org.darya.agreement.finding.FindingStore;
import org.darya.evidence.Indicators;
import org.darya.platform.Words;
import org.darya.register.Entry;
import org.darya.register.Filter;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** What was found of claims and commitments, and what was found before. */
@Service
public class Findings {
    private static final String CLAIM = "claims";
    private static final String COMMITMENT = "commitments";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Agreements agreements;
    private final Indicators indicators;
    private final FindingStore store;

    Findings(JdbcClient jdbc, JdbcTemplate template, JsonMapper json, Agreements agreements, Indicators indicators) {
        this.jdbc = jdbc;
        this.json = json;
        this.agreements = agreements;
        this.indicators = indicators;
        this.store = new FindingStore(jdbc, template, json);
    }

    /**
     * Compares every claim and commitment with the newest values; what comes out otherwise than before is kept beside it.
     * Belongs in a transaction of the caller.
     */
    public void evaluate() {
        var evaluation = new Evaluation(indicators.atAGlance(Filter.ALL));
        List<Claim> claims = agreements.claims().list(Filter.ALL);
        List<Commitment> commitments = agreements.commitments().list(Filter.ALL);
        store.replace(CLAIM, evaluation.findings(claims), Finding::claim, Finding::evaluated, seenBy(claims));
        store.replace(
                COMMITMENT,
                evaluation.assessments(commitments),
                Assessment::commitment,
                Assessment::evaluated,
                seenBy(commitments));
    }

    private static Map<String, String> seenBy(List<? extends Entry> records) {
        return records.stream()
                .collect(Collectors.toMap(
                        Entry::id, record -> record.head().seenBy().toString()));
    }

    /** The finding that holds now, or null where the claim has no checks. */
    public @Nullable Finding ofClaim(String id) {
        return read(CLAIM, id, true, Finding.class).stream().findFirst().orElse(null);
    }

    /** The assessment that holds now, or null where the commitment has no number. */
    public @Nullable Assessment ofCommitment(String id) {
        return read(COMMITMENT, id, true, Assessment.class).stream().findFirst().orElse(null);
    }

    /** All findings that hold now, by claim, in the order of the programme. */
    public Map<String, Finding> all() {
        return byId(read(CLAIM, null, true, Finding.class), Finding::claim);
    }

    /** All assessments that hold now, by commitment, in the order of the programme. */
    public Map<String, Assessment> assessments() {
        return byId(read(COMMITMENT, null, true, Assessment.class), Assessment::commitment);
    }

    /**
     * A finding in one line.
     *
     * @param claim id of the claim
     */
    public record Headline(String claim, Finding.Verdict verdict) {}

    /** Findings that rest on measurements, in the order of the programme, without what stands behind them. */
    public List<Headline> headlines() {
        return jdbc.sql("""
                        select id, body ->> 'verdict' from agreement.finding
                        where kind = :kind and current and jsonb_array_length(body -> 'versions') > 0 order by ord""")
                .param("kind", CLAIM)
                .query((row, i) -> new Headline(
                        row.getString(1),
                        Objects.requireNonNull(Words.of(Finding.Verdict.class).get(row.getString(2)))))
                .list();
    }

    /** How many claims have a finding. */
    public int findingCount() {
        return count(CLAIM);
    }

    /** How many commitments are assessed. */
    public int assessmentCount() {
        return count(COMMITMENT);
    }

    private int count(String kind) {
        return jdbc.sql("select count(*) from agreement.finding where kind = :kind and current")
                .param("kind", kind)
                .query(Integer.class)
                .single();
    }

    /** What was found of a claim before, newest first. */
    public List<Finding> formerOfClaim(String id) {
        return read(CLAIM, id, false, Finding.class);
    }

    /** How a commitment was assessed before, newest first. */
    public List<Assessment> formerOfCommitment(String id) {
        return read(COMMITMENT, id, false, Assessment.class);
    }

    private <T> List<T> read(String kind, @Nullable String id, boolean current, Class<T> type) {
        return jdbc.sql("""
                        select body::text from agreement.finding
                        where kind = :kind and current = :current and (:id::text is null or id = :id)
                        order by case when current then ord end, nr desc""")
                .param("kind", kind)
                .param("current", current)
                .param("id", id)
                .query((row, i) -> json.readValue(row.getString(1), type))
                .list();
    }

    private static <T> Map<String, T> byId(List<T> all, Function<T, String> id) {
        return all.stream().collect(Collectors.toMap(id, one -> one, (a, b) -> a, LinkedHashMap::new));
    }
}
