package org.darya.agreement.finding;

import java.math.BigDecimal;
import java.math.MathContext;
import org.darya.agreement.Assessment.YearValue;
import org.darya.agreement.Commitment;
import org.darya.agreement.Commitment.Change;
import org.darya.agreement.MeasuredBy;
import org.darya.methods.Ucum;
import org.darya.register.Edtf;
import org.darya.register.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * What a commitment asks for, in the unit of what measures it.
 *
 * @param base where it is counted from; null where the commitment names no year or nothing was measured in it
 * @param target where it is to be
 * @param down whether less is asked for
 */
record Goal(@Nullable YearValue base, YearValue target, boolean down) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final MathContext DIGITS = new MathContext(12);

    /** Why nothing can be told; a key of the texts of findings. */
    static final class Unclear extends Exception {
        private static final long serialVersionUID = 1;

        private final String key;

        Unclear(String key) {
            super(key, null, false, false);
            this.key = key;
        }

        String key() {
            return key;
        }
    }

    /**
     * @throws Unclear where it does not follow from the commitment and the line
     */
    static Goal of(Commitment commitment, MeasuredBy by, Stretch line) throws Unclear {
        Edtf when = commitment.by();
        if (when == null || when.to() == null) {
            throw new Unclear("reason.no-year");
        }
        YearValue base = base(commitment, by, line);
        BigDecimal target = by.target();
        if (target == null) {
            target = target(commitment, base, line.unit());
        }
        return new Goal(base, new YearValue(when.last().getYear(), target), down(commitment, base, target, line));
    }

    private static @Nullable YearValue base(Commitment commitment, MeasuredBy by, Stretch line) {
        Commitment.Baseline baseline = commitment.baseline();
        Integer year = by.baseYear() == null && baseline != null ? baseline.year() : by.baseYear();
        if (year == null) {
            return null;
        }
        return line.values().stream()
                .filter(value -> Stretch.period(value).year() == year)
                .findFirst()
                .map(value -> new YearValue(year, Stretch.number(value)))
                .orElse(null);
    }

    /** The end of a range that is reached first. */
    private static BigDecimal target(Commitment commitment, @Nullable YearValue base, Ucum unit) throws Unclear {
        Quantity quantity = commitment.quantity();
        if (quantity == null) {
            throw new Unclear("reason.no-number");
        }
        Ucum stated = new Ucum(quantity.unit());
        Change change = commitment.change();
        boolean ofBase = change == Change.REDUCE
                || change == Change.INCREASE
                || (quantity.unit().equals("%") && !unit.code().equals("%"));
        if (!ofBase) {
            if (!stated.convertsTo(unit)) {
                throw new Unclear("reason.other-unit");
            }
            BigDecimal low = quantity.value();
            BigDecimal number = change == Change.LIMIT ? Tolerances.upTo(quantity) : low;
            return new BigDecimal(stated.to(unit).applyAsDouble(number.doubleValue()), DIGITS);
        }
        if (base == null) {
            throw new Unclear("reason.no-base");
        }
        return ofBase(change, quantity, stated, base, unit);
    }

    private static BigDecimal ofBase(Change change, Quantity quantity, Ucum stated, YearValue base, Ucum unit)
            throws Unclear {
        BigDecimal first = quantity.value();
        if (!quantity.unit().equals("%")) {
            if (!stated.convertsTo(unit)) {
                throw new Unclear("reason.other-unit");
            }
            BigDecimal step = new BigDecimal(stated.to(unit).applyAsDouble(first.doubleValue()), DIGITS);
            return change == Change.REDUCE
                    ? base.value().subtract(step)
                    : base.value().add(step);
        }
        BigDecimal share = (change == Change.LIMIT ? Tolerances.upTo(quantity) : first).divide(HUNDRED, DIGITS);
        BigDecimal factor = switch (change) {
            case REDUCE -> BigDecimal.ONE.subtract(share);
            case INCREASE -> BigDecimal.ONE.add(share);
            case REACH, LIMIT, JOIN -> share;
        };
        return base.value().multiply(factor, DIGITS);
    }

    private static boolean down(Commitment commitment, @Nullable YearValue base, BigDecimal target, Stretch line) {
        return switch (commitment.change()) {
            case REDUCE, LIMIT -> true;
            case INCREASE -> false;
            case REACH, JOIN -> target.compareTo(base == null ? Stretch.number(line.first()) : base.value()) < 0;
        };
    }
}
