package org.darya.evidence.intake;

import org.darya.evidence.ValueStatus;
import org.jspecify.annotations.Nullable;

/** What the observation status of SDMX (code list CL_OBS_STATUS) says about a value. */
final class SdmxStatus {
    private SdmxStatus() {}

    /**
     * @param nature the SDG code list CL_NATURE knows estimates that the status does not name
     * @param hasValue some marks say only that a number is to be read with care
     */
    static ValueStatus of(@Nullable String flag, @Nullable String nature, boolean hasValue) throws Unacceptable {
        ValueStatus status = switch (flag == null ? "A" : flag) {
            case "A", "B", "D", "G", "J", "N", "P", "S", "U", "V", "W" -> observed(nature, hasValue);
            case "E" -> ValueStatus.ESTIMATED;
            case "I" -> ValueStatus.IMPUTED;
            case "K", "L", "O", "Q" -> ValueStatus.NOT_REPORTED;
            case "H", "M" -> ValueStatus.NOT_APPLICABLE;
            case "F" ->
                throw new Unacceptable(
                        "OBS_STATUS",
                        "The value is a forecast (status F).",
                        "Maybe it belongs in a projection: evidence is what was measured.");
            default ->
                throw new Unacceptable(
                        "OBS_STATUS",
                        "The status \"%s\" is unknown.".formatted(flag),
                        "Maybe one of the SDMX code list CL_OBS_STATUS is meant: A, E, I, L, M, O …");
        };
        if (!hasValue) {
            return status.missing() ? status : ValueStatus.NOT_REPORTED; // "normal", and yet NaN
        }
        if (status.missing()) {
            throw new Unacceptable(
                    "OBS_VALUE",
                    "The status \"%s\" says that there is no value, and yet there is one.".formatted(flag),
                    "Maybe the number only fills the gap, or the status is out of date.");
        }
        return status;
    }

    private static ValueStatus observed(@Nullable String nature, boolean hasValue) {
        if (!hasValue && "N".equals(nature)) {
            return ValueStatus.NOT_APPLICABLE; // "non-relevant"
        }
        return "E".equals(nature) || "M".equals(nature) ? ValueStatus.ESTIMATED : ValueStatus.OBSERVED;
    }
}
