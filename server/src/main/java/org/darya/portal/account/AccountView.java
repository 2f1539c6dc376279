package org.darya.portal.account;

import java.util.List;
import org.darya.access.Account;
import org.darya.access.Tokens.Token;
import org.jspecify.annotations.Nullable;

/**
 * One's own account.
 *
 * @param fresh a token just made, shown this once, or null
 * @param problem what was wrong with the wish for a token: the last part of a message, or null
 */
public record AccountView(
        Account account,
        List<Token> tokens,
        @Nullable String fresh,
        @Nullable String problem) {}
