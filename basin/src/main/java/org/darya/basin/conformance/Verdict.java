package org.darya.basin.conformance;

/**
 * What a case came to.
 *
 * @param name name of the case
 * @param wanted how strictly it is compared
 * @param outcome what came of it
 * @param worst greatest difference, relative to the greater of 1 and the reference
 * @param compared number of numbers that were compared
 * @param note where the difference is, or why the case was refused
 */
public record Verdict(String name, String wanted, Outcome outcome, double worst, long compared, String note) {

    /** How a case can end. */
    public enum Outcome {
        /** All numbers agree, or the case was refused as it should be. */
        PASS,
        /** A number differs, or the case was not refused, or was refused without cause. */
        FAIL,
        /** The case needs Python and cannot be run by any other program. */
        NOT_APPLICABLE
    }
}
