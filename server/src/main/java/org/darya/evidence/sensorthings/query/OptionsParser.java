package org.darya.evidence.sensorthings.query;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.darya.evidence.sensorthings.StaProblem;
import org.darya.evidence.sensorthings.query.Options.Bucket;
import org.darya.evidence.sensorthings.query.Options.Count;
import org.darya.evidence.sensorthings.query.Options.Expand;
import org.darya.evidence.sensorthings.query.Options.Format;
import org.darya.evidence.sensorthings.time.Instants;
import org.jspecify.annotations.Nullable;

/** Reads query options; an option it does not know is refused, so that a misspelt filter never returns everything. */
public final class OptionsParser {
    private static final Pattern PERIOD = Pattern.compile("P(?:\\d+[YMWD]|T\\d+[HMS])");
    private static final List<String> FUNCTIONS = List.of("mean", "min", "max", "sum", "count");

    private final ExpandParser expansions = new ExpandParser(this);

    private OptionsParser() {}

    /** Reads the part of an address behind the question mark; null for none. */
    public static Options parse(@Nullable String query) {
        if (query == null || query.isEmpty()) {
            return Options.NONE;
        }
        var options = new ArrayList<String[]>();
        for (String pair : query.split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                options.add(new String[] {
                    decoded(equals < 0 ? pair : pair.substring(0, equals)),
                    equals < 0 ? "" : decoded(pair.substring(equals + 1))
                });
            }
        }
        return new OptionsParser().read(options, 0);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw StaProblem.bad(
                    "\"%s\" is not well escaped.".formatted(StaProblem.shown(text)),
                    "Maybe write a per cent sign as %25.");
        }
    }

    /** @param depth how many expansions the options stand in */
    Options read(List<String[]> pairs, int depth) {
        List<String> select = List.of();
        boolean distinct = false;
        List<Expand> expand = List.of();
        Expr filter = null;
        List<OrderBy> order = List.of();
        Integer top = null;
        long skip = 0;
        Count count = Count.NO;
        Format format = Format.JSON;
        String after = null;
        Long asOf = null;
        String period = null;
        String zone = "UTC";
        List<String> functions = FUNCTIONS;
        Set<String> seen = new HashSet<>();
        for (String[] pair : pairs) {
            String name = pair[0].strip();
            String value = pair[1].strip();
            if (name.startsWith("$") && !seen.add(name)) {
                throw StaProblem.bad("%s is given twice.".formatted(name), "Maybe join the two into one.");
            }
            switch (name) {
                case "$select" -> {
                    distinct = value.startsWith("distinct:");
                    select = names(distinct ? value.substring(9) : value);
                }
                case "$expand" -> expand = expansions.parse(value, depth);
                case "$filter" -> filter = FilterParser.parse(value);
                case "$orderby" -> order = FilterParser.parseOrder(value);
                case "$top" -> top = (int) Math.min(number(name, value), Integer.MAX_VALUE);
                case "$skip" -> skip = number(name, value);
                case "$count" -> count = count(value);
                case "$resultFormat" -> format = format(value);
                case "$skiptoken" -> after = value;
                case "$as_of" -> asOf = Instants.parse(value.replace(' ', '+'));
                case "$bucket" -> period = period(value);
                case "$zone" -> zone = zone(value);
                case "$aggregate" -> functions = functions(value);
                default -> {
                    if (name.startsWith("$") || depth > 0) {
                        throw StaProblem.bad(
                                "\"%s\" is no query option.".formatted(StaProblem.shown(name)),
                                "Maybe it is one of $select, $expand, $filter, $orderby, $top, $skip, $count, $resultFormat.");
                    }
                }
            }
        }
        Bucket bucket = period == null ? null : new Bucket(period, zone, functions);
        return new Options(select, distinct, expand, filter, order, top, skip, count, format, after, asOf, bucket);
    }

    private static long number(String name, String value) {
        if (!value.matches("\\d{1,18}")) {
            throw StaProblem.bad(
                    "%s is \"%s\".".formatted(name, StaProblem.shown(value)),
                    "Maybe give a whole number that is not negative.");
        }
        return Long.parseLong(value);
    }

    private static Count count(String value) {
        return switch (value) {
            case "true" -> Count.EXACT;
            case "false" -> Count.NO;
            case "estimate" -> Count.ESTIMATE;
            default ->
                throw StaProblem.bad(
                        "$count is \"%s\".".formatted(StaProblem.shown(value)),
                        "Maybe true, false or estimate was meant.");
        };
    }

    private static Format format(String value) {
        return switch (value.toLowerCase(java.util.Locale.ROOT)) {
            case "json" -> Format.JSON;
            case "dataarray" -> Format.DATA_ARRAY;
            case "csv" -> Format.CSV;
            case "geojson" -> Format.GEOJSON;
            default ->
                throw StaProblem.bad(
                        "$resultFormat is \"%s\".".formatted(StaProblem.shown(value)),
                        "Maybe dataArray, CSV or GeoJSON was meant.");
        };
    }

    private static String period(String value) {
        if (!PERIOD.matcher(value).matches() || value.matches(".*[PT]0+[A-Z]") || value.length() > 9) {
            throw StaProblem.bad(
                    "$bucket is \"%s\".".formatted(StaProblem.shown(value)), "Maybe PT1H, P1D, P1M or P1Y was meant.");
        }
        return value;
    }

    private static String zone(String value) {
        if (!ZoneId.getAvailableZoneIds().contains(value)) {
            throw StaProblem.bad(
                    "\"%s\" is no time zone.".formatted(StaProblem.shown(value)),
                    "Maybe Asia/Almaty or UTC was meant.");
        }
        return value;
    }

    private static List<String> functions(String value) {
        List<String> chosen = names(value);
        for (String function : chosen) {
            if (!FUNCTIONS.contains(function)) {
                throw StaProblem.bad(
                        "\"%s\" cannot be aggregated.".formatted(StaProblem.shown(function)),
                        "Maybe one of mean, min, max, sum, count was meant.");
            }
        }
        return chosen;
    }

    private static List<String> names(String value) {
        var names = new ArrayList<String>();
        for (String name : value.split(",", -1)) {
            if (name.isBlank()) {
                throw StaProblem.bad(
                        "A list of names has an empty one: \"%s\".".formatted(StaProblem.shown(value)),
                        "Maybe there is a comma too many.");
            }
            names.add(name.strip());
        }
        return List.copyOf(names);
    }
}
