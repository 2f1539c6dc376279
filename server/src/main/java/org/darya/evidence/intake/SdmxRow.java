package org.darya.evidence.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.darya.evidence.RejectedRow;
import org.jspecify.annotations.Nullable;

/**
 * Makes observations of what the two dialects of SDMX say in different words.
 *
 * <p>The indicator is the one the file is named after (an office that keeps a file to an indicator gives one series in
 * several of them, not always with the same numbers); where the name is no indicator number, the code of the series.
 */
final class SdmxRow {
    private static final Pattern INDICATOR = Pattern.compile("\\d{1,2}\\.[0-9a-z]{1,2}(\\.[0-9a-z]{1,3})*");

    /** Attributes of the SDG and cross-domain structures; every other name in a key is a dimension. */
    private static final Set<String> ATTRIBUTES = Set.of(
            "UNIT_MEASURE",
            "UNIT_MULT",
            "DECIMALS",
            "BASE_PER",
            "NATURE",
            "TIME_FORMAT",
            "TIME_DETAIL",
            "TIME_COVERAGE",
            "OBS_STATUS",
            "OBS_VALUE",
            "TIME_PERIOD",
            "OBS_CONF",
            "CONF_STATUS",
            "PRE_BREAK_VALUE",
            "UPPER_BOUND",
            "LOWER_BOUND",
            "COMMENT_OBS",
            "COMMENT_TS",
            "SOURCE_DETAIL",
            "GEO_INFO_URL",
            "GEO_INFO_TYPE",
            "CUST_BREAKDOWN_LB",
            "DATA_LAST_UPDATE",
            "TITLE",
            "TITLE_COMPL",
            "COLLECTION");

    private final SourceFile file;
    private final Sink sink;
    private final Map<String, Map<String, String>> names;
    private Map<String, String> attributes = Map.of();
    private @Nullable SeriesKey series;
    private Map<String, String> titles = Map.of();
    private @Nullable Unacceptable fault;

    SdmxRow(SourceFile file, Sink sink, Map<String, Map<String, String>> names) {
        this.file = file;
        this.sink = sink;
        this.names = names;
    }

    /** Begins a series; the dimensions among the names make its key. */
    void series(Map<String, String> all) {
        var dimensions = new TreeMap<String, String>();
        var others = new TreeMap<String, String>();
        all.forEach((name, value) -> (ATTRIBUTES.contains(name) ? others : dimensions).put(name, value));
        attributes = others;
        fault = null;
        series = null;
        String code = dimensions.get("SERIES");
        String stem = file.stem();
        if (code == null && !INDICATOR.matcher(stem).matches()) {
            fault = new Unacceptable(
                    "SERIES",
                    "The series does not say of which indicator it is.",
                    "Maybe the attribute SERIES is missing, or the file is to be named after its indicator.");
            return;
        }
        String indicator = INDICATOR.matcher(stem).matches() || code == null ? stem : code;
        series = new SeriesKey(indicator, dimensions, others.get("UNIT_MEASURE"));
        titles = code == null ? Map.of() : names.getOrDefault(code, Map.of());
    }

    /** One observation of the series that was begun. */
    void observation(Map<String, String> said, long line) throws IOException {
        try {
            sink.stored(made(said, line));
        } catch (Unacceptable e) {
            sink.rejected(new RejectedRow(file.name(), line, null, e.reason(), e.maybe));
        }
    }

    private Observation made(Map<String, String> said, long line) throws Unacceptable {
        if (fault != null) {
            throw fault;
        }
        if (series == null) {
            throw new Unacceptable(
                    null, "The observation stands outside a series.", "Maybe the key of its series is missing.");
        }
        var period = Numbers.period("TIME_PERIOD", said.get("TIME_PERIOD"));
        String text = said.getOrDefault("OBS_VALUE", "").strip();
        boolean hasValue = !text.isEmpty() && !text.equals("NaN");
        String flag = said.getOrDefault("OBS_STATUS", attributes.get("OBS_STATUS"));
        String nature = said.getOrDefault("NATURE", attributes.get("NATURE"));
        var value = hasValue ? Numbers.value("OBS_VALUE", text) : null;
        var status = SdmxStatus.of(flag, nature, hasValue);
        int power = Numbers.power("UNIT_MULT", said.getOrDefault("UNIT_MULT", attributes.get("UNIT_MULT")));
        return new Observation(series, titles, period, value, power, status, flag, footnote(said), line);
    }

    private @Nullable String footnote(Map<String, String> said) {
        List<String> parts = new ArrayList<>();
        for (String name : List.of("COMMENT_OBS", "COMMENT_TS", "SOURCE_DETAIL", "BASE_PER")) {
            String text = said.getOrDefault(name, attributes.get(name));
            if (text != null && !text.isBlank()) {
                parts.add(name.equals("BASE_PER") ? "BASE_PER " + text.strip() : text.strip());
            }
        }
        return parts.isEmpty() ? null : String.join(" | ", parts);
    }
}
