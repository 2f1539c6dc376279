package org.darya.agreement.finding;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import org.darya.agreement.Check;
import org.darya.agreement.Claim;
import org.darya.agreement.Finding.Amount;
import org.darya.agreement.Finding.Outcome;
import org.darya.agreement.Finding.Result;
import org.darya.evidence.IndicatorValue;
import org.darya.evidence.Line;
import org.darya.methods.Ucum;
import org.darya.platform.Words;
import org.darya.register.LocalText;
import org.darya.register.Quantity;
import org.jspecify.annotations.Nullable;

/** Compares one part of a claim with what is measured. */
final class CheckRun {
    static final MathContext DIGITS = new MathContext(10);

    private final Measured measured;
    private final Map<String, Claim> claims;

    CheckRun(Measured measured, Map<String, Claim> claims) {
        this.measured = measured;
        this.claims = claims;
    }

    Result result(Check check) {
        return switch (check.rule()) {
            case CLAIMS_DISAGREE -> new Statements(claims).result(check);
            case CANNOT -> reasoned(check, Outcome.NO_DATA);
            case NOT_YET -> reasoned(check, Outcome.TOO_EARLY);
            case VALUE, RATE, CHANGE, SHARE_CHANGE, AT_LEAST, AT_MOST, YEARS -> compared(check);
        };
    }

    private static Result reasoned(Check check, Outcome outcome) {
        LocalText reason = check.reason();
        if (reason == null) {
            throw new IllegalStateException("the check %s gives no reason".formatted(check.id()));
        }
        return new Result(
                check.id(),
                check.says(),
                check.rule(),
                Rules.text(check),
                outcome,
                reason,
                null,
                null,
                check.indicator(),
                check.line(),
                null,
                null,
                List.of());
    }

    private Result compared(Check check) {
        String indicator = check.indicator();
        Quantity expects = check.expects();
        if (indicator == null || expects == null) {
            throw new IllegalStateException("the check %s compares with nothing".formatted(check.id()));
        }
        Line line = measured.line(indicator, check.line());
        Stretch stretch = line == null
                ? new Stretch(Ucum.ONE, List.of())
                : check.measure() == Check.Measure.VALUE
                        ? Stretch.upTo(line, measured.unit(indicator), check.period())
                        : Stretch.within(line, measured.unit(indicator), check.period());
        Double number = stretch.values().isEmpty() ? null : number(check, stretch, expects.unit());
        if (number == null) {
            return noData(check, expects);
        }
        boolean holds = holds(check, number, expects);
        Amount expected = new Amount(expects.value(), expects.upTo(), expects.unit());
        Amount found = new Amount(new BigDecimal(number, DIGITS), null, expects.unit());
        String span = Say.span(
                stretch.first().period().text(), stretch.last().period().text());
        return new Result(
                check.id(),
                check.says(),
                check.rule(),
                Rules.text(check),
                holds ? Outcome.HOLDS : Outcome.FAILS,
                Say.inAll(say -> say.t(
                        "check." + Words.of(check.rule()) + (holds ? ".holds" : ".fails"),
                        Rules.stated(say, expects),
                        check.rule() == Check.Rule.YEARS
                                ? String.valueOf(number.intValue())
                                : say.measured(found.value(), found.unit()),
                        span,
                        check.years() == null ? "" : String.valueOf(check.years()))),
                expected,
                found,
                indicator,
                check.line(),
                stretch.first().period().text(),
                stretch.last().period().text(),
                stretch.points());
    }

    private static boolean holds(Check check, double number, Quantity expects) {
        return switch (check.rule()) {
            case AT_LEAST -> number >= expects.value().doubleValue();
            case AT_MOST -> number <= Tolerances.upTo(expects).doubleValue();
            default -> Tolerances.holds(number, expects, check.tolerance());
        };
    }

    /** What is measured, in the unit of the claim; null where the values do not give it. */
    private static @Nullable Double number(Check check, Stretch stretch, String unit) {
        Ucum wanted = new Ucum(unit);
        Check.Measure measure = check.measure();
        if (measure == null) {
            return firstYear(check, stretch);
        }
        return switch (measure) {
            case VALUE ->
                stretch.unit()
                        .to(wanted)
                        .applyAsDouble(Stretch.number(stretch.last()).doubleValue());
            case RATE -> {
                Double slope = stretch.slope();
                yield slope == null ? null : stretch.perYear().to(wanted).applyAsDouble(slope);
            }
            case CHANGE -> {
                Double slope = stretch.slope();
                Integer years = check.years();
                yield slope == null
                        ? null
                        : stretch.ofDifference()
                                .to(wanted)
                                .applyAsDouble(slope * (years == null ? stretch.years() : years));
            }
            case SHARE_CHANGE -> {
                double first = Stretch.number(stretch.first()).doubleValue();
                yield first == 0 || stretch.values().size() < 2
                        ? null
                        : new Ucum("%")
                                .to(wanted)
                                .applyAsDouble(
                                        100 * (Stretch.number(stretch.last()).doubleValue() - first) / first);
            }
        };
    }

    private static @Nullable Double firstYear(Check check, Stretch stretch) {
        Check.Threshold reaches = check.reaches();
        if (reaches == null) {
            return null;
        }
        var convert = stretch.unit().to(new Ucum(reaches.unit()));
        BigDecimal least = reaches.atLeast();
        BigDecimal most = reaches.atMost();
        for (IndicatorValue value : stretch.values()) {
            double number = convert.applyAsDouble(Stretch.number(value).doubleValue());
            if ((least != null && number >= least.doubleValue()) || (most != null && number <= most.doubleValue())) {
                return (double) value.period().first().getYear();
            }
        }
        return null;
    }

    private static Result noData(Check check, Quantity expects) {
        return new Result(
                check.id(),
                check.says(),
                check.rule(),
                Rules.text(check),
                Outcome.NO_DATA,
                Say.inAll(say -> say.t("check.no-data", Rules.stated(say, expects))),
                new Amount(expects.value(), expects.upTo(), expects.unit()),
                null,
                check.indicator(),
                check.line(),
                null,
                null,
                List.of());
    }
}
