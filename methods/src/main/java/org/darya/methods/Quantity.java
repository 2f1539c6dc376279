package org.darya.methods;

/** A finite number with its unit. */
public record Quantity(double number, Ucum unit) {
    public Quantity {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException(
                    "A quantity must be a finite number, but is %s %s.\nMaybe the value is missing: say so with Value.NotReported or Value.NotApplicable."
                            .formatted(number, unit));
        }
    }

    public Quantity in(Ucum other) {
        return unit.equals(other) ? this : new Quantity(unit.to(other).applyAsDouble(number), other);
    }

    @Override
    public String toString() {
        return number + " " + unit;
    }
}
