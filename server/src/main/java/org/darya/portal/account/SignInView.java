package org.darya.portal.account;

import org.jspecify.annotations.Nullable;

/**
 * The form to sign in with.
 *
 * @param problem what was wrong: the last part of a message, or null
 * @param confidential whether a password may be sent as the page was asked for
 * @param provider how the provider of identities is called, or null where there is none
 * @param next where to go then
 */
public record SignInView(
        @Nullable String problem,
        String name,
        boolean confidential,
        @Nullable String provider,
        String next) {}
