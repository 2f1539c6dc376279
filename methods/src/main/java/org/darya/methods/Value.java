package org.darya.methods;

/** A quantity that is known in one of three ways, or the reason why there is none. Never a zero or a NaN in disguise. */
public sealed interface Value {
    Status status();

    /** A value that is a number. */
    sealed interface Known extends Value {
        Quantity quantity();

        default Known in(Ucum unit) {
            return Value.known(quantity().in(unit), status());
        }
    }

    /** The absence of a number, with its reason. */
    sealed interface Missing extends Value {
        Reason reason();
    }

    /** Measured or counted, or computed from such values alone without a model. */
    record Observed(Quantity quantity) implements Known {
        @Override
        public Status status() {
            return Status.OBSERVED;
        }
    }

    /** Given by a model or by an expert, in the place of a measurement. */
    record Estimated(Quantity quantity) implements Known {
        @Override
        public Status status() {
            return Status.ESTIMATED;
        }
    }

    /** Filled in from other values of the same series or of similar ones. */
    record Imputed(Quantity quantity) implements Known {
        @Override
        public Status status() {
            return Status.IMPUTED;
        }
    }

    /** There should be a number, and nobody gave it. */
    record NotReported(Reason reason) implements Missing {
        @Override
        public Status status() {
            return Status.NOT_REPORTED;
        }
    }

    /** There can be no number. */
    record NotApplicable(Reason reason) implements Missing {
        @Override
        public Status status() {
            return Status.NOT_APPLICABLE;
        }
    }

    static Observed observed(double number, Ucum unit) {
        return new Observed(new Quantity(number, unit));
    }

    static Known known(Quantity quantity, Status status) {
        return switch (status) {
            case OBSERVED -> new Observed(quantity);
            case ESTIMATED -> new Estimated(quantity);
            case IMPUTED -> new Imputed(quantity);
            case NOT_REPORTED, NOT_APPLICABLE ->
                throw new IllegalArgumentException(
                        "The quantity %s cannot have the status %s.\nMaybe use missing(reason, status)."
                                .formatted(quantity, status.code()));
        };
    }

    static Missing missing(Reason reason, Status status) {
        return status == Status.NOT_APPLICABLE ? new NotApplicable(reason) : new NotReported(reason);
    }
}
