package org.darya.portal.account;

import java.util.List;
import org.darya.access.Account;
import org.darya.access.Accounts;
import org.darya.register.Catalogue.Line;
import org.jspecify.annotations.Nullable;

/**
 * Everybody's accounts.
 *
 * @param given an account that was just given a password, shown this once, or null
 * @param wanted the wish that was not in order, to be mended, or null
 * @param countries that a focal point may speak for
 * @param problem what was wrong with the wish for an account: the last part of a message, or null
 */
public record UsersView(
        List<Account> accounts,
        Accounts.@Nullable Given given,
        @Nullable String problem,
        Accounts.@Nullable Wanted wanted,
        List<Line> countries) {}
