package org.darya.evidence.sensorthings.query;

import java.util.ArrayList;
import java.util.List;
import org.darya.evidence.sensorthings.StaProblem;
import org.darya.evidence.sensorthings.query.Options.Count;
import org.darya.evidence.sensorthings.query.Options.Expand;
import org.darya.evidence.sensorthings.query.Options.Format;

/** Reads {@code $expand}: relations with options of their own, inside each other; bounded in depth and number. */
final class ExpandParser {
    private static final int DEEPEST = 8;
    private static final int MOST_EXPANSIONS = 60;

    private final OptionsParser within;
    private int count;

    ExpandParser(OptionsParser within) {
        this.within = within;
    }

    /** Reads {@code A($select=b;$top=1),C/D}. @param depth how many expansions it stands in */
    List<Expand> parse(String value, int depth) {
        if (depth >= DEEPEST) {
            throw StaProblem.bad(
                    "$expand goes more than %d levels deep.".formatted(DEEPEST),
                    "Maybe ask for the inner ones by their links.");
        }
        var expands = new ArrayList<Expand>();
        for (String item : split(value, ',')) {
            if (++count > MOST_EXPANSIONS) {
                throw StaProblem.bad(
                        "$expand names more than %d relations.".formatted(MOST_EXPANSIONS),
                        "Maybe ask in several requests.");
            }
            add(expands, expansion(item.strip(), depth));
        }
        return List.copyOf(expands);
    }

    /** {@code A/B,A/C} names A once, with both. */
    private static void add(List<Expand> expands, Expand more) {
        for (int i = 0; i < expands.size(); i++) {
            Expand known = expands.get(i);
            if (known.name().equals(more.name())) {
                if (!onlyExpands(known) || !onlyExpands(more)) {
                    throw StaProblem.bad(
                            "$expand names \"%s\" twice.".formatted(more.name()), "Maybe join the two into one.");
                }
                var inner = new ArrayList<>(known.options().expand());
                more.options().expand().forEach(one -> add(inner, one));
                expands.set(i, new Expand(known.name(), with(Options.NONE, inner), List.of(written(known, more))));
                return;
            }
        }
        expands.add(more);
    }

    private static boolean onlyExpands(Expand expand) {
        return expand.text().stream().allMatch(part -> part.strip().startsWith("$expand="));
    }

    private static String written(Expand known, Expand more) {
        var parts = new ArrayList<String>();
        for (String part : known.text()) {
            parts.add(part.strip().substring(8));
        }
        for (String part : more.text()) {
            parts.add(part.strip().substring(8));
        }
        return "$expand=" + String.join(",", parts);
    }

    private Expand expansion(String item, int depth) {
        int bracket = item.indexOf('(');
        String path = bracket < 0 ? item : item.substring(0, bracket);
        if (bracket >= 0 && !item.endsWith(")")) {
            throw StaProblem.bad(
                    "The brackets of \"%s\" do not close.".formatted(StaProblem.shown(item)),
                    "Maybe a bracket is missing.");
        }
        int slash = path.indexOf('/');
        if (slash >= 0) {
            Expand inner = expansionOf(path.substring(slash + 1) + (bracket < 0 ? "" : item.substring(bracket)), depth);
            Options options = with(Options.NONE, List.of(inner));
            return new Expand(
                    path.substring(0, slash).strip(), options, List.of("$expand=" + item.substring(slash + 1)));
        }
        if (path.isBlank()) {
            throw StaProblem.bad("$expand names an empty relation.", "Maybe there is a comma too many.");
        }
        Options options = Options.NONE;
        List<String> parts = List.of();
        if (bracket >= 0) {
            var pairs = new ArrayList<String[]>();
            parts = split(item.substring(bracket + 1, item.length() - 1), ';');
            for (String part : parts) {
                int equals = part.indexOf('=');
                pairs.add(new String[] {
                    equals < 0 ? part : part.substring(0, equals), equals < 0 ? "" : part.substring(equals + 1)
                });
            }
            options = within.read(pairs, depth + 1);
        }
        return new Expand(path.strip(), options, parts);
    }

    private Expand expansionOf(String rest, int depth) {
        return parse(rest, depth + 1).getFirst();
    }

    private static Options with(Options of, List<Expand> inner) {
        return new Options(
                of.select(),
                false,
                List.copyOf(inner),
                null,
                List.of(),
                null,
                0,
                Count.NO,
                Format.JSON,
                null,
                null,
                null);
    }

    /** Splits at a separator that stands outside brackets and quotation marks. */
    static List<String> split(String text, char separator) {
        var parts = new ArrayList<String>();
        int depth = 0;
        boolean quoted = false;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\'') {
                quoted = !quoted;
            } else if (!quoted && c == '(') {
                depth++;
            } else if (!quoted && c == ')') {
                if (--depth < 0) {
                    throw StaProblem.bad(
                            "A bracket closes that was never opened: \"%s\".".formatted(StaProblem.shown(text)),
                            "Maybe a bracket is too many.");
                }
            } else if (!quoted && depth == 0 && c == separator) {
                parts.add(text.substring(from, i));
                from = i + 1;
            }
        }
        if (depth != 0 || quoted) {
            throw StaProblem.bad(
                    "Brackets or quotation marks of \"%s\" do not close.".formatted(StaProblem.shown(text)),
                    "Maybe one is missing at its end.");
        }
        parts.add(text.substring(from));
        return parts;
    }
}
