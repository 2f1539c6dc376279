package org.darya.portal.account;

import java.util.List;
import org.darya.access.Account;
import org.darya.access.Accounts;
import org.jspecify.annotations.Nullable;

/**
 * Everybody's accounts.
 *
 * @param given an account that was just given a password, shown this once, or null
 * @param problem what was wrong with the wish for an account: the last part of a message, or null
 */
public record UsersView(
        List<Account> accounts,
        Accounts.@Nullable Given given,
        @Nullable String problem) {}
