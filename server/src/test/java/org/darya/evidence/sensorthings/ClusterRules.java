package org.darya.evidence.sensorthings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What Citus takes of a statement on distributed tables, by the page on scale: read off the text of the statement. */
final class ClusterRules {
    private static final String TABLE =
            "observation\\.(?:observation(?:_[0-9a-z_]+)?|former_observation|extent|datastream_feature)\\b";
    private static final Pattern TOUCHES = Pattern.compile(TABLE);
    /** changes a distributed table within a larger statement */
    private static final Pattern CHANGING = Pattern.compile("^with .*\\((?:insert into|update|delete from) " + TABLE);

    private static final Pattern NAMED = Pattern.compile(
            "(?:(?:from|join) (?:[a-z]+\\.)?[a-z_0-9]+|\\))"
                    + " (?!from\\b|where\\b|and\\b|or\\b|as\\b|is\\b|in\\b|on\\b|end\\b|then\\b|order\\b|limit\\b|union\\b)([a-z][a-z0-9_]*)");
    /** rows that a statement finds first and then has on the coordinator */
    private static final Pattern FOUND_FIRST = Pattern.compile("(?:with|,) ([a-z][a-z0-9_]*) as (?:materialized )?\\(");
    /** a distributed table that rows which are no function's are joined to */
    private static final Pattern JOINED =
            Pattern.compile("(?<!left )join " + TABLE + " [a-z0-9]+ on [^()]*?(?= (?:left )?join| where|\\)|$)");

    private static final Pattern SPOKEN_OF = Pattern.compile("\\b([a-z][a-z0-9_]*)\\.[a-z_]+");

    private ClusterRules() {}

    /** Whether a statement speaks of a distributed table. */
    static boolean touches(String sql) {
        return TOUCHES.matcher(sql).find();
    }

    /** @throws AssertionError naming the rule and the statement that breaks it */
    static void hold(String sql) {
        if (CHANGING.matcher(sql).find()) {
            for (String part : sql.split("\\b(?=insert into|update observation|delete from)")) {
                assertThat(part.startsWith("with") || part.contains(" returning "))
                        .as("what changes rows inside a with gives something back: %s", sql)
                        .isTrue();
            }
            assertThat(sql).as("ends in a select").matches(".*\\) select 1");
        }
        assertThat(withoutBrackets(sql))
                .as("a row stays on its machine: %s", sql)
                .doesNotContainPattern("^update " + TABLE + ".* set .*\\bdatastream = .* where ");
        Set<String> found = names(FOUND_FIRST, sql);
        for (String part : parts(sql)) {
            if (touches(part)) {
                holdInPart(part, found);
            }
        }
    }

    /** @param found names of what the statement has on the coordinator by then */
    private static void holdInPart(String part, Set<String> found) {
        for (String inner : subselects(part)) {
            Set<String> outsiders = outsiders(inner);
            outsiders.removeAll(found);
            for (String outsider : outsiders) {
                assertThat(inner)
                        .as("a subselect that looks outside at %s looks at the stream: %s", outsider, part)
                        .containsPattern("\\.datastream = " + outsider + "\\.(?:id|datastream)\\b");
                assertThat(part)
                        .as("and at rows of a distributed table: %s", part)
                        .containsPattern("(?:from|join|update) " + TABLE + " " + outsider + "\\b|"
                                + "from \\(select e\\.datastream from observation\\.extent e where [^)]*\\)\\) "
                                + outsider + " ");
            }
            List<String> sides = sides(inner);
            assertThat(sides.stream().filter(side -> touches(side)))
                    .as("all sides of a union lie on the machines, or none: %s", part)
                    .size()
                    .isIn(0, sides.size());
        }
        JOINED.matcher(part)
                .results()
                .forEach(joined -> assertThat(joined.group())
                        .as("distributed tables are joined by their stream: %s", part)
                        .contains(".datastream = "));
    }

    /** What a statement finds first, each by itself, and the rest of it: a cluster plans them one after the other. */
    private static List<String> parts(String sql) {
        var parts = new ArrayList<String>();
        var rest = new StringBuilder();
        int from = 0;
        var first = FOUND_FIRST.matcher(sql);
        while (sql.startsWith("with ") && first.find(from)) {
            int end = closing(sql, first.end() - 1);
            parts.add(sql.substring(first.end(), end - 1));
            rest.append(sql, from, first.end());
            from = end;
        }
        parts.add(rest.append(sql.substring(from)).toString());
        return parts;
    }

    /** Sides of the unions of a subselect, not of those within it. */
    private static List<String> sides(String subselect) {
        var sides = new ArrayList<String>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < subselect.length(); i++) {
            depth += subselect.charAt(i) == '(' ? 1 : subselect.charAt(i) == ')' ? -1 : 0;
            if (depth == 1 && subselect.startsWith(" union all ", i)) {
                sides.add(subselect.substring(from, i));
                from = i;
            }
        }
        sides.add(subselect.substring(from));
        return sides;
    }

    private static String withoutBrackets(String sql) {
        String less = sql.replaceAll("\\([^()]*\\)", "");
        return less.equals(sql) ? sql : withoutBrackets(less);
    }

    /** Each up to its closing bracket. */
    private static List<String> subselects(String sql) {
        var found = new ArrayList<String>();
        for (int start = sql.indexOf("(select "); start >= 0; start = sql.indexOf("(select ", start + 1)) {
            found.add(sql.substring(start, closing(sql, start)));
        }
        return found;
    }

    /** Where the bracket ends that opens here. */
    private static int closing(String sql, int open) {
        int depth = 0;
        int end = open;
        do {
            depth += sql.charAt(end) == '(' ? 1 : sql.charAt(end) == ')' ? -1 : 0;
            end++;
        } while (depth > 0);
        return end;
    }

    /** Rows that a subselect speaks of and does not name itself. */
    private static Set<String> outsiders(String inner) {
        Set<String> spoken = names(SPOKEN_OF, inner.replaceAll("'[^']*'", "''"));
        spoken.removeAll(names(NAMED, inner));
        spoken.removeAll(Set.of("observation", "pg_catalog")); // rooms, before their tables
        return spoken;
    }

    private static Set<String> names(Pattern pattern, String sql) {
        Set<String> names = new LinkedHashSet<>();
        pattern.matcher(sql).results().forEach(found -> names.add(found.group(1)));
        return names;
    }
}
