package org.darya.portal.measured;

import java.util.List;
import java.util.Map;
import org.darya.agreement.Assessment;
import org.darya.agreement.Finding;
import org.darya.evidence.Dataset;
import org.darya.evidence.Explanation;
import org.darya.evidence.Indicator;
import org.darya.evidence.IndicatorVersion;
import org.darya.evidence.Indicators.VersionEntry;
import org.darya.evidence.UsedValue;
import org.darya.portal.page.Page;
import org.darya.register.Catalogue.Line;
import org.darya.register.Kind;
import org.jspecify.annotations.Nullable;

/**
 * An indicator with one of its versions.
 *
 * @param version null where nothing was computed
 * @param asked whether this version was asked for by its permanent address
 * @param inputs what the method takes, and the dataset or indicator it is
 * @param findings results that rest on this indicator
 * @param coverage the least and the greatest coverage, in words; null where it has no meaning
 * @param used what went into the newest value of each line
 * @param sources ids of every source of the page
 */
public record IndicatorView(
        Indicator indicator,
        @Nullable IndicatorVersion version,
        boolean asked,
        List<Part> parts,
        MethodCard card,
        List<InputRow> inputs,
        List<FoundPart> findings,
        List<Assessment> assessments,
        @Nullable String coverage,
        List<Remarks.Absence> missing,
        List<Remarks.Refused> refused,
        List<LatestUsed> used,
        List<VersionEntry> versions,
        List<String> sources,
        Map<Kind, List<Line>> naming) {
    /**
     * Inputs of the method that come from one place.
     *
     * @param names what the method calls them, with their codes in the dataset
     * @param dataset null where they are another indicator
     * @param indicator id of that indicator; null where they are a dataset
     */
    public record InputRow(
            List<InputName> names,
            @Nullable Dataset dataset,
            @Nullable String indicator) {}

    /** An input and its code in the dataset. */
    public record InputName(String name, @Nullable String series) {}

    /** A part of a claim that was compared with this indicator. */
    public record FoundPart(Finding finding, Finding.Result result) {}

    /** The newest value of a line with what went into it. */
    public record LatestUsed(String line, String value, String period, List<UsedValue> used) {}

    /** What the method has to say beside the values. */
    public List<Explanation> notes() {
        return version == null ? List.of() : version.notes();
    }

    /** What the card of a method calls an input. */
    public static String inputName(String input, Page page) {
        return MethodCard.input(input, page);
    }
}
