package org.darya.agreement.finding;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.darya.agreement.Check;
import org.darya.agreement.Check.Statement;
import org.darya.agreement.Claim;
import org.darya.agreement.Finding.Amount;
import org.darya.agreement.Finding.Outcome;
import org.darya.agreement.Finding.Result;
import org.darya.methods.Ucum;
import org.darya.register.Quantity;

/** Lays the numbers of several claims side by side: do they agree? */
final class Statements {
    private final Map<String, Claim> claims;

    Statements(Map<String, Claim> claims) {
        this.claims = claims;
    }

    /** A number of a claim, by year where the statement says over how many it counts. */
    private record Said(Claim claim, Amount amount) {
        double low() {
            return amount.value().doubleValue();
        }

        double high() {
            BigDecimal upTo = amount.upTo();
            return upTo == null ? low() : upTo.doubleValue();
        }
    }

    Result result(Check check) {
        List<Said> said = said(check);
        boolean agree = agree(said, check);
        return new Result(
                check.id(),
                check.says(),
                check.rule(),
                Rules.text(check),
                agree ? Outcome.HOLDS : Outcome.FAILS,
                Say.inAll(say -> say.t(
                        agree ? "check.claims-disagree.holds" : "check.claims-disagree.fails",
                        said.stream()
                                .map(one -> say.t(
                                        "check.claims-disagree.one",
                                        say.t(one.claim().title()),
                                        say.stated(one.amount())))
                                .collect(Collectors.joining("; ")))),
                null,
                null,
                null,
                Map.of(),
                null,
                null,
                List.of());
    }

    private List<Said> said(Check check) {
        List<Said> all = new ArrayList<>();
        for (Statement statement : check.statements()) {
            Claim claim = claims.get(statement.claim());
            if (claim != null) {
                Quantity quantity = claim.values().get(statement.value() - 1).quantity();
                Amount amount = new Amount(quantity.value(), quantity.upTo(), quantity.unit());
                Integer years = statement.years();
                all.add(new Said(claim, years == null ? amount : yearly(amount, BigDecimal.valueOf(years))));
            }
        }
        return all;
    }

    private static Amount yearly(Amount amount, BigDecimal years) {
        BigDecimal upTo = amount.upTo();
        MathContext digits = new MathContext(3);
        return new Amount(
                amount.value().divide(years, digits),
                upTo == null ? null : upTo.divide(years, digits),
                amount.unit() + "/a");
    }

    /** All of them overlap once each is widened by the tolerance. */
    private static boolean agree(List<Said> said, Check check) {
        double most = Double.NEGATIVE_INFINITY;
        double least = Double.POSITIVE_INFINITY;
        Ucum unit = new Ucum(said.getFirst().amount().unit());
        for (Said one : said) {
            Ucum own = new Ucum(one.amount().unit());
            if (!own.convertsTo(unit)) {
                return false;
            }
            double low = own.to(unit).applyAsDouble(one.low());
            double high = own.to(unit).applyAsDouble(one.high());
            most = Math.max(most, low - Tolerances.width(low, unit.code(), check.tolerance()) / 2);
            least = Math.min(least, high + Tolerances.width(high, unit.code(), check.tolerance()) / 2);
        }
        return most <= least;
    }
}
