package org.darya.agreement.finding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.darya.agreement.Assessment;
import org.darya.agreement.Claim;
import org.darya.agreement.Commitment;
import org.darya.agreement.Finding;
import org.darya.evidence.Indicators.AtAGlance;

/** Compares every claim that has checks, and every commitment that has a number, with what is measured. */
public final class Evaluation {
    private final Measured measured;

    /** @param indicators the newest values of all indicators */
    public Evaluation(List<AtAGlance> indicators) {
        this.measured = new Measured(indicators);
    }

    /** Findings in the order of the claims, without the time they were made. */
    public List<Finding> findings(List<Claim> claims) {
        Map<String, Claim> byId = new LinkedHashMap<>();
        claims.forEach(claim -> byId.put(claim.id(), claim));
        var run = new CheckRun(measured, byId);
        return claims.stream()
                .filter(claim -> !claim.checks().isEmpty())
                .map(claim -> Verdicts.of(claim, run, measured))
                .toList();
    }

    /** Assessments in the order of the commitments, without the time they were made. */
    public List<Assessment> assessments(List<Commitment> commitments) {
        var pace = new Pace(measured);
        List<Assessment> all = new ArrayList<>();
        for (Commitment commitment : commitments) {
            Assessment assessment = pace.of(commitment);
            if (assessment != null) {
                all.add(assessment);
            }
        }
        return all;
    }
}
