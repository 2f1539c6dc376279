package org.darya.evidence;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.darya.register.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * Numbers that come with a programme, and where they come from.
 *
 * @param publisher whose numbers these are; the office of its series
 * @param source id of a source
 * @param attribution how the licence wants the publisher to be named
 * @param retrieved day on which the original was taken, ISO 8601
 * @param made how the values came from the original
 * @param sha256 of values.csv
 * @param rows rows of values.csv without its header
 */
public record Dataset(
        String id,
        LocalText title,
        String publisher,
        String source,
        String licence,
        LicenceClass licenceClass,
        LocalText attribution,
        String retrieved,
        @Nullable Original origin,
        LocalText made,
        String sha256,
        int rows) {
    /** What the licence allows. */
    public enum LicenceClass {
        /** Free use. */
        @JsonProperty("A")
        A,
        /** Free use on conditions that are met here, such as naming the publisher. */
        @JsonProperty("B")
        B
    }

    /**
     * The file it was made from.
     *
     * @param repository address of the repository or site
     * @param path file in it
     * @param commit state of the repository; null where it has none
     * @param sha256 of the original file
     */
    public record Original(
            String repository, String path, @Nullable String commit, String sha256) {}
}
