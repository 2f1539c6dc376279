package org.darya.agreement.finding;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.darya.agreement.Assessment;
import org.darya.agreement.Assessment.Course;
import org.darya.agreement.Assessment.YearValue;
import org.darya.agreement.Commitment;
import org.darya.agreement.Finding;
import org.darya.agreement.MeasuredBy;
import org.darya.evidence.IndicatorValue;
import org.darya.evidence.Line;
import org.darya.methods.Inputs;
import org.darya.methods.Outcome;
import org.darya.methods.Parameters;
import org.darya.methods.Result;
import org.darya.methods.Value;
import org.darya.methods.registry.Methods;
import org.darya.register.LocalText;
import org.jspecify.annotations.Nullable;

/** Lays the pace that is seen beside the pace that a commitment needs. */
final class Pace {
    /** How many years the seen pace looks back. */
    private static final int YEARS = 10;

    private final Measured measured;

    Pace(Measured measured) {
        this.measured = measured;
    }

    /** The assessment of a commitment, or null where it has no number. */
    @Nullable
    Assessment of(Commitment commitment) {
        MeasuredBy by = commitment.measuredBy();
        if (by == null) {
            return commitment.quantity() == null ? null : unclear(commitment, notMeasured(commitment), null);
        }
        Line line = measured.line(by.indicator(), by.line());
        Stretch stretch = line == null ? null : Stretch.within(line, measured.unit(by.indicator()), null);
        if (stretch == null || stretch.values().isEmpty()) {
            return unclear(commitment, Say.inAll(say -> say.t("reason.no-values")), by);
        }
        try {
            return judged(commitment, by, stretch, Goal.of(commitment, by, stretch));
        } catch (Goal.Unclear e) {
            return unclear(commitment, Say.inAll(say -> say.t(e.key())), by);
        }
    }

    private static LocalText notMeasured(Commitment commitment) {
        LocalText given = commitment.notMeasured();
        return given == null ? Say.inAll(say -> say.t("reason.nobody-says")) : given;
    }

    private Assessment judged(Commitment commitment, MeasuredBy by, Stretch stretch, Goal goal) {
        IndicatorValue last = stretch.last();
        int latestYear = Stretch.period(last).year();
        YearValue base = goal.base();
        int from = Math.max(base == null ? 0 : base.year(), latestYear - YEARS + 1);
        Result result = Methods.get("pace-to-target")
                .compute(
                        Inputs.of("series", stretch.series()),
                        Parameters.of("target", goal.target().value().toPlainString())
                                .and("target-year", goal.target().year())
                                .and("base-year", from)
                                .and("direction", goal.down() ? "down" : "up"));
        BigDecimal observed = number(result, "seen");
        BigDecimal expected = number(result, "expected");
        YearValue latest = new YearValue(latestYear, Stretch.number(last));
        Course course = course(goal, latest, base, observed, number(result, "needed"), expected);
        boolean met = met(goal, latest.value());
        BigDecimal needed = met ? null : number(result, "needed");
        Integer observedFrom = observed == null ? null : firstFrom(stretch, from);
        return new Assessment(
                commitment.id(),
                course,
                Courses.sentence(stretch.unit().code(), course, goal, latest, needed, observed, expected),
                Courses.rule(),
                null,
                by.indicator(),
                version(by),
                by.line(),
                stretch.unit().code(),
                base,
                latest,
                goal.target(),
                needed,
                observed,
                observedFrom,
                observed == null || latestYear >= goal.target().year() ? null : expected,
                "");
    }

    /**
     * A target that is met today counts as reached when its year has come, or when the seen pace does not lead away
     * from it before.
     */
    private static Course course(
            Goal goal,
            YearValue latest,
            @Nullable YearValue base,
            @Nullable BigDecimal observed,
            @Nullable BigDecimal needed,
            @Nullable BigDecimal expected) {
        boolean over = latest.year() >= goal.target().year();
        if (met(goal, latest.value())) {
            return over || expected == null || met(goal, expected) ? Course.REACHED : Course.NOT_ON_COURSE;
        }
        if (over) {
            return Course.NOT_ON_COURSE;
        }
        if (observed == null || needed == null || (base != null && latest.year() - base.year() < 3)) {
            return Course.TOO_EARLY;
        }
        boolean enough = observed.signum() == needed.signum()
                && observed.abs().compareTo(needed.abs().multiply(new BigDecimal("0.95"))) >= 0;
        return enough ? Course.ON_COURSE : Course.NOT_ON_COURSE;
    }

    private static boolean met(Goal goal, BigDecimal number) {
        int side = number.compareTo(goal.target().value());
        return goal.down() ? side <= 0 : side >= 0;
    }

    private static int firstFrom(Stretch stretch, int from) {
        return stretch.values().stream()
                .mapToInt(value -> Stretch.period(value).year())
                .filter(year -> year >= from)
                .min()
                .orElse(from);
    }

    private static @Nullable BigDecimal number(Result result, String output) {
        List<Outcome> outcomes = result.of(output);
        return !outcomes.isEmpty() && outcomes.getLast().value() instanceof Value.Known known
                ? new BigDecimal(known.quantity().number(), CheckRun.DIGITS)
                : null;
    }

    private @Nullable String version(MeasuredBy by) {
        Finding.VersionUsed version = measured.version(by.indicator());
        return version == null ? null : version.version();
    }

    private Assessment unclear(Commitment commitment, LocalText reason, @Nullable MeasuredBy by) {
        return new Assessment(
                commitment.id(),
                Course.CANNOT_BE_TOLD,
                reason,
                Courses.rule(),
                reason,
                by == null ? null : by.indicator(),
                by == null ? null : version(by),
                by == null ? Map.of() : by.line(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "");
    }
}
