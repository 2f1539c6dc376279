package org.darya.access;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may sign in.
 *
 * @param name login name
 * @param display the person's name, as others read it
 * @param country alpha-3 code, where the account belongs to one
 * @param organisation id in the register, where the account belongs to one
 * @param service hydrometeorological service, where the account belongs to one
 * @param password whether it has one; an account without signs in by the provider alone
 * @param mustChange whether the password was given by another and has to be changed first
 * @param secondFactor whether codes of an authenticator are set up
 * @param disabledAt since when it may not sign in, or null
 */
public record Account(
        long id,
        String name,
        String display,
        Role role,
        @Nullable String country,
        @Nullable String organisation,
        @Nullable String service,
        boolean password,
        boolean mustChange,
        boolean secondFactor,
        @Nullable Instant disabledAt) {
    /** Whoever may change much has to show a second factor. */
    public boolean needsSecondFactor() {
        return role == Role.ADMINISTRATOR || role == Role.SECRETARIAT;
    }

    Caller caller(Caller.Means means, Set<String> scopes) {
        return new Caller(id, name, Set.of(role), some(country), some(organisation), service, means, scopes);
    }

    private static Set<String> some(@Nullable String value) {
        return Stream.ofNullable(value).collect(Collectors.toSet());
    }
}
