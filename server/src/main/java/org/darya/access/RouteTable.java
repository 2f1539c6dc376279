package org.darya.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.darya.platform.Words;
import org.jspecify.annotations.Nullable;

/** Every address and what each role may do there: the file {@code access/routes.md}, which people review. */
public final class RouteTable {
    private static final String FILE = "/access/routes.md";

    private final Map<String, Route> routes = new LinkedHashMap<>();

    /** Whether a role is let through. */
    public enum Rule {
        YES,
        /** Let through; the service behind the address allows only what is the caller's own. */
        OWN,
        NO
    }

    /**
     * One address.
     *
     * @param scope what a token needs, or a hyphen where no token is taken
     */
    public record Route(String method, String path, Map<Role, Rule> rules, String scope) {
        /** Whether the caller is let through. */
        public boolean open(Caller caller) {
            boolean role = caller.roles().stream().anyMatch(one -> rules.getOrDefault(one, Rule.NO) != Rule.NO);
            return role
                    && (caller.means() != Caller.Means.TOKEN || caller.scopes().contains(scope));
        }
    }

    RouteTable(String text) {
        List<Role> columns = List.of();
        for (String line : text.lines().filter(one -> one.startsWith("|")).toList()) {
            List<String> cells =
                    Arrays.stream(line.split("[|]")).skip(1).map(String::strip).toList();
            if (cells.getFirst().equals("method")) {
                columns = cells.subList(2, cells.size() - 1).stream()
                        .map(RouteTable::role)
                        .toList();
            } else if (!cells.getFirst().startsWith("---")) {
                add(cells, columns);
            }
        }
    }

    private void add(List<String> cells, List<Role> columns) {
        if (cells.size() != columns.size() + 3) {
            throw new IllegalStateException("a line of %s has %d cells: %s".formatted(FILE, cells.size(), cells));
        }
        Map<Role, Rule> rules = new EnumMap<>(Role.class);
        for (int i = 0; i < columns.size(); i++) {
            rules.put(columns.get(i), Rule.valueOf(cells.get(i + 2).toUpperCase(java.util.Locale.ROOT)));
        }
        String path = cells.get(1).replace("`", "");
        var route = new Route(cells.get(0), path, rules, cells.getLast());
        if (routes.put(key(route.method(), path), route) != null) {
            throw new IllegalStateException("%s names %s %s twice".formatted(FILE, route.method(), path));
        }
    }

    private static Role role(String word) {
        Role role = Words.of(Role.class).get(word);
        if (role == null) {
            throw new IllegalStateException("%s names a role nobody knows: %s".formatted(FILE, word));
        }
        return role;
    }

    public static RouteTable read() {
        try (InputStream in = RouteTable.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("There is no " + FILE);
            }
            return new RouteTable(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The line of an address, or null where the table has none.
     *
     * @param pattern as the controller declares it; conditions of variables are left out
     */
    public @Nullable Route find(String method, String pattern) {
        return routes.get(key(method.equals("HEAD") ? "GET" : method, plain(pattern)));
    }

    public List<Route> all() {
        return List.copyOf(routes.values());
    }

    /** {@code /{language:ru|kk|en}/claims} becomes {@code /{language}/claims}. */
    public static String plain(String pattern) {
        return pattern.replaceAll("\\{([^:}]+):[^}]*}", "{$1}");
    }

    private static String key(String method, String path) {
        return method + ' ' + path;
    }
}
