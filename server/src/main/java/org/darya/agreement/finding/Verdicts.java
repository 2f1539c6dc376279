package org.darya.agreement.finding;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.darya.agreement.Check;
import org.darya.agreement.Claim;
import org.darya.agreement.Finding;
import org.darya.agreement.Finding.Outcome;
import org.darya.agreement.Finding.Result;
import org.darya.agreement.Finding.Verdict;
import org.darya.register.LocalText;

/** What the parts of a claim say together. */
final class Verdicts {
    private Verdicts() {}

    static Finding of(Claim claim, CheckRun run, Measured measured) {
        List<Result> results = new ArrayList<>();
        Set<Finding.VersionUsed> versions = new LinkedHashSet<>();
        for (Check check : claim.checks()) {
            Result result = run.result(check);
            results.add(result);
            String indicator = result.indicator();
            Finding.VersionUsed version = indicator == null ? null : measured.version(indicator);
            if (version != null) {
                versions.add(version);
            }
        }
        Verdict verdict = verdict(claim.checks(), results);
        return new Finding(claim.id(), verdict, sentence(results), results, List.copyOf(versions), "");
    }

    static Verdict verdict(List<Check> checks, List<Result> results) {
        long holding =
                results.stream().filter(one -> one.outcome() == Outcome.HOLDS).count();
        long failing =
                results.stream().filter(one -> one.outcome() == Outcome.FAILS).count();
        boolean decided = false;
        for (int i = 0; i < results.size(); i++) {
            decided |= checks.get(i).decisive() && results.get(i).outcome() == Outcome.FAILS;
        }
        if (decided) {
            return Verdict.CONTRADICTED;
        }
        if (holding + failing == 0) {
            return results.stream().anyMatch(one -> one.outcome() == Outcome.TOO_EARLY)
                    ? Verdict.TOO_EARLY
                    : Verdict.NOT_VERIFIABLE;
        }
        if (holding == 0) {
            return Verdict.CONTRADICTED;
        }
        return holding == results.size() ? Verdict.SUPPORTED : Verdict.PARTLY;
    }

    private static LocalText sentence(List<Result> results) {
        return Say.inAll(say -> results.stream()
                .map(one -> results.size() == 1
                        ? say.t(one.sentence())
                        : say.t("verdict.part", say.t(one.says()), Say.inside(say.t(one.sentence()))))
                .collect(Collectors.joining(" ")));
    }
}
