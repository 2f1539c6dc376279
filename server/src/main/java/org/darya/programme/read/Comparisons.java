package org.darya.programme.read;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.darya.agreement.Check;
import org.darya.agreement.Claim;
import org.darya.agreement.Commitment;
import org.darya.agreement.MeasuredBy;
import org.darya.evidence.Indicator;
import org.darya.evidence.Rehearsal;
import org.darya.methods.Ucum;
import org.darya.register.Kind;
import org.darya.register.Quantity;
import org.jspecify.annotations.Nullable;

/** Whether checks and commitments name lines that there are, and numbers in units that can be compared. */
final class Comparisons {
    private final Findings findings;
    private final Rehearsal rehearsal;
    private final Map<String, Indicator> indicators = new HashMap<>();

    Comparisons(Findings findings, Rehearsal rehearsal, List<Indicator> indicators) {
        this.findings = findings;
        this.rehearsal = rehearsal;
        indicators.forEach(indicator -> this.indicators.put(indicator.id(), indicator));
    }

    void check(List<Claim> claims, List<Commitment> commitments) {
        Map<String, Claim> byId = new HashMap<>();
        claims.forEach(claim -> byId.put(claim.id(), claim));
        for (Claim claim : claims) {
            Place place = findings.placeOf(Kind.CLAIM, claim.id());
            if (place != null) {
                check(claim, byId, place);
            }
        }
        for (Commitment commitment : commitments) {
            Place place = findings.placeOf(Kind.COMMITMENT, commitment.id());
            MeasuredBy measured = commitment.measuredBy();
            if (place != null && measured != null) {
                line(measured.indicator(), measured.line(), place);
                if (commitment.notMeasured() != null) {
                    findings.problem(
                            place,
                            "\"%s\" is measured and not measured.".formatted(commitment.id()),
                            "Maybe one of \"measuredBy\" and \"notMeasured\" can go.");
                }
            }
        }
    }

    private void check(Claim claim, Map<String, Claim> claims, Place place) {
        Set<String> ids = new HashSet<>();
        for (Check check : claim.checks()) {
            if (!ids.add(check.id())) {
                findings.problem(
                        place,
                        "The check \"%s\" of \"%s\" stands twice.".formatted(check.id(), claim.id()),
                        "Maybe one of the two wants another id.");
            }
            if (check.indicator() != null && line(check.indicator(), check.line(), place)) {
                units(check, place);
            }
            check.statements().forEach(statement -> statement(statement, claims, place));
        }
    }

    /** Whether there is such a line, as far as that can be known from files. */
    private boolean line(String indicator, Map<String, String> key, Place place) {
        Rehearsal.Shape shape = rehearsal.shapes().get(indicator);
        if (shape == null || shape.keys().contains(key)) {
            return shape != null;
        }
        findings.problem(
                place,
                "The indicator \"%s\" has no line %s.".formatted(indicator, key),
                "Maybe one of these is meant: %s."
                        .formatted(shape.keys().stream().limit(8).toList()));
        return false;
    }

    private void units(Check check, Place place) {
        Quantity expects = check.expects();
        Rehearsal.Shape shape = rehearsal.shapes().get(String.valueOf(check.indicator()));
        if (expects == null || shape == null) {
            return;
        }
        String target = unitOf(check, shape.unit());
        if (!converts(expects.unit(), target)) {
            findings.problem(
                    place,
                    "The check \"%s\" expects a number in %s, and what is measured is in %s."
                            .formatted(check.id(), expects.unit(), target),
                    "Maybe the unit is written otherwise, or another indicator is meant.");
        }
        Check.Tolerance tolerance = check.tolerance();
        if (tolerance != null && tolerance.unit() != null && !converts(tolerance.unit(), target)) {
            findings.problem(
                    place,
                    "The tolerance of \"%s\" is in %s, and what is measured is in %s."
                            .formatted(check.id(), tolerance.unit(), target),
                    "Maybe the unit is written otherwise.");
        }
    }

    private static String unitOf(Check check, String unit) {
        Check.Measure measure = check.measure();
        return measure == null
                ? "a"
                : switch (measure) {
                    case VALUE -> unit;
                    case RATE -> new Ucum(unit).per(new Ucum("a")).code();
                    case CHANGE -> unit.equals("Cel") ? "K" : unit;
                    case SHARE_CHANGE -> "%";
                };
    }

    /** A difference of temperatures is written in Cel or K alike. */
    private static boolean converts(String from, String to) {
        try {
            return new Ucum(from).convertsTo(new Ucum(to));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void statement(Check.Statement statement, Map<String, Claim> claims, Place place) {
        @Nullable Claim claim = claims.get(statement.claim());
        if (claim != null
                && (statement.value() < 1 || statement.value() > claim.values().size())) {
            findings.problem(
                    place,
                    "The claim \"%s\" has no value number %d; it has %d."
                            .formatted(
                                    claim.id(),
                                    statement.value(),
                                    claim.values().size()),
                    "Maybe its values are counted from 1.");
        }
    }
}
