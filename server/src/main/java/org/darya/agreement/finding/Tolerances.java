package org.darya.agreement.finding;

import java.math.BigDecimal;
import org.darya.agreement.Check.Tolerance;
import org.darya.methods.Ucum;
import org.darya.register.Qualifier;
import org.darya.register.Quantity;
import org.jspecify.annotations.Nullable;

/** Whether a measured number is near enough to a stated one. */
final class Tolerances {
    private Tolerances() {}

    /**
     * Whether the number lies within the statement, widened by the tolerance. What was stated as a bound is one.
     *
     * @param number in the unit of the statement
     */
    static boolean holds(double number, Quantity stated, @Nullable Tolerance tolerance) {
        double low = stated.value().doubleValue();
        double high = upTo(stated).doubleValue();
        Qualifier qualifier = stated.qualifier();
        boolean noCeiling = qualifier == Qualifier.MORE_THAN || qualifier == Qualifier.AT_LEAST;
        boolean noFloor = qualifier == Qualifier.LESS_THAN || qualifier == Qualifier.UP_TO;
        double least = Math.min(low, high) - width(Math.min(low, high), stated.unit(), tolerance);
        double most = Math.max(low, high) + width(Math.max(low, high), stated.unit(), tolerance);
        return (noFloor || number >= least) && (noCeiling || number <= most);
    }

    /** How far off still counts, in the unit. */
    static double width(double number, String unit, @Nullable Tolerance tolerance) {
        if (tolerance == null) {
            return 0;
        }
        BigDecimal share = tolerance.share();
        if (share != null) {
            return Math.abs(number) * share.doubleValue();
        }
        BigDecimal value = tolerance.value();
        String own = tolerance.unit();
        return value == null || own == null
                ? 0
                : new Ucum(own).to(new Ucum(unit)).applyAsDouble(value.doubleValue());
    }

    static BigDecimal upTo(Quantity stated) {
        BigDecimal upTo = stated.upTo();
        return upTo == null ? stated.value() : upTo;
    }
}
