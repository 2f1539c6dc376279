package org.darya.agreement.finding;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.darya.agreement.Assessment.Course;
import org.darya.agreement.Assessment.YearValue;
import org.darya.register.LocalText;
import org.jspecify.annotations.Nullable;

/** The sentence of an assessment, and the rule behind all of them. */
final class Courses {
    private Courses() {}

    static LocalText rule() {
        return Say.inAll(say -> say.t("rule.course"));
    }

    static LocalText sentence(
            String unit,
            Course course,
            Goal goal,
            YearValue latest,
            @Nullable BigDecimal needed,
            @Nullable BigDecimal observed,
            @Nullable BigDecimal expected) {
        return Say.inAll(say -> {
            List<String> parts = new ArrayList<>();
            YearValue base = goal.base();
            if (base != null && base.year() != latest.year()) {
                parts.add(say.t("assessed.base", year(base), say.measured(base.value(), unit)));
            }
            parts.add(say.t("assessed.latest", year(latest), say.measured(latest.value(), unit)));
            parts.add(say.t(
                    goal.down() ? "assessed.target.down" : "assessed.target.up",
                    year(goal.target()),
                    say.measured(goal.target().value(), unit)));
            if (needed != null && observed != null) {
                parts.add(say.t("assessed.pace", change(say, needed, unit), change(say, observed, unit)));
            } else if (course == Course.NOT_ON_COURSE
                    && expected != null
                    && latest.year() < goal.target().year()) {
                parts.add(say.t("assessed.leads-away", year(goal.target()), say.measured(expected, unit)));
            } else if (latest.year() >= goal.target().year()) {
                parts.add(say.t("assessed.over"));
            }
            return String.join(" ", parts);
        });
    }

    private static String year(YearValue value) {
        return String.valueOf(value.year());
    }

    /** A yearly change with its sign; a change of a share is told in points. */
    private static String change(Say say, BigDecimal number, String unit) {
        String sign = number.signum() > 0 ? "+" : "";
        return sign
                + (unit.equals("%") ? say.t("points.a-year", say.rounded(number)) : say.measured(number, unit + "/a"));
    }
}
