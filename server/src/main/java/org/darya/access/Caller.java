package org.darya.access;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.darya.platform.Visibility;
import org.jspecify.annotations.Nullable;

/**
 * Who asks.
 *
 * @param account id of the account, or null where nobody signed in
 * @param name login name of the account; empty where there is none
 * @param countries alpha-3 codes of the countries spoken for
 * @param organisations ids of the organisations spoken for
 * @param service the hydrometeorological service spoken for, or null
 * @param means how that is known
 * @param scopes what a token allows; empty for any other means
 */
public record Caller(
        @Nullable Long account,
        String name,
        Set<Role> roles,
        Set<String> countries,
        Set<String> organisations,
        @Nullable String service,
        Means means,
        Set<String> scopes) {
    /** Nobody in particular. */
    public static final Caller ANONYMOUS =
            new Caller(null, "", Set.of(Role.ANONYMOUS), Set.of(), Set.of(), null, Means.NONE, Set.of());

    /** What everybody sees who signed in, and nobody else; of proposals, no record has this. */
    public static final String SIGNED_IN = "signed-in";

    /** Darya itself, at its start and in its own work: sees everything. Never the caller of a request. */
    public static final Caller SYSTEM =
            new Caller(null, "darya", Set.of(), Set.of(), Set.of(), null, Means.SYSTEM, Set.of());

    /** The operator at the command line: sees everything. Never the caller of a request. */
    public static final Caller OPERATOR =
            new Caller(null, "operator", Set.of(), Set.of(), Set.of(), null, Means.COMMAND, Set.of());

    /** How it is known who asks. */
    public enum Means {
        NONE,
        SESSION,
        TOKEN,
        SYSTEM,
        COMMAND
    }

    public Caller {
        roles = Set.copyOf(roles);
        countries = Set.copyOf(countries);
        organisations = Set.copyOf(organisations);
        scopes = Set.copyOf(scopes);
    }

    public boolean anonymous() {
        return account == null;
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** Whether it speaks for that country. */
    public boolean speaksFor(String country) {
        return is(Role.FOCAL_POINT) && countries.contains(country);
    }

    /** Whether it may see what has this visibility. The database holds to the same rule by itself. */
    public boolean sees(Visibility visibility) {
        return visibility.equals(Visibility.PUBLIC)
                || everything()
                || visibilities().contains(visibility.text());
    }

    /** Every visibility it sees, as the database is told; an asterisk for everything. */
    String handedOver() {
        return everything() ? "*" : visibilities().stream().collect(Collectors.joining(","));
    }

    /** Who it is in the trail: the id of the account, or nothing. */
    String accountText() {
        return account == null ? "" : account.toString();
    }

    private boolean everything() {
        return means == Means.SYSTEM || means == Means.COMMAND;
    }

    private Set<String> visibilities() {
        if (anonymous()) {
            return Set.of();
        }
        Set<String> all = new LinkedHashSet<>();
        all.add(SIGNED_IN);
        if (is(Role.SECRETARIAT) || is(Role.ADMINISTRATOR) || !countries.isEmpty()) {
            all.add(Visibility.SHARED.text());
        }
        if (is(Role.SECRETARIAT) || is(Role.ADMINISTRATOR)) {
            all.add("administration"); // rows of the trail about accounts; no record has this
        }
        new TreeSet<>(countries)
                .forEach(country -> all.add(Visibility.national(country).text()));
        return all;
    }
}
