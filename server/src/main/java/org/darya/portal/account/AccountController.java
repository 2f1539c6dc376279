package org.darya.portal.account;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.darya.access.Account;
import org.darya.access.Accounts;
import org.darya.access.Callers;
import org.darya.access.Tokens;
import org.darya.portal.page.Pages;
import org.darya.portal.page.Redirect;
import org.darya.portal.page.Visit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** One's own account and its tokens. */
@Controller
@RequestMapping("/{language:ru|kk|en}/account")
class AccountController {
    private static final int LONGEST_NAME = 80;

    private final Pages pages;
    private final Accounts accounts;
    private final Tokens tokens;

    AccountController(Pages pages, Accounts accounts, Tokens tokens) {
        this.pages = pages;
        this.accounts = accounts;
        this.tokens = tokens;
    }

    @GetMapping
    View account(Visit visit) {
        return pages.show(visit, "account", view(null, null));
    }

    @PostMapping("/tokens")
    View token(
            Visit visit,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") List<String> scope,
            @RequestParam(defaultValue = "90") String days) {
        int life = days.matches("[0-9]{1,3}") ? Integer.parseInt(days) : 0;
        if (name.isBlank()
                || name.length() > LONGEST_NAME
                || scope.isEmpty()
                || !Tokens.SCOPES.containsAll(scope)
                || life < 1
                || life > Tokens.LONGEST_DAYS) {
            return pages.show(visit, "account", view(null, "token"), 400);
        }
        String fresh = tokens.create(own().id(), name.strip(), Set.copyOf(scope), Duration.ofDays(life));
        return pages.show(visit, "account", view(fresh, null));
    }

    @PostMapping("/tokens/{id:\\d+}/revoke")
    View revoke(Visit visit, @PathVariable long id) {
        tokens.revoke(own().id(), id);
        return Redirect.to("/" + visit.language().tag() + "/account");
    }

    private AccountView view(@Nullable String fresh, @Nullable String problem) {
        Account own = own();
        return new AccountView(own, tokens.of(own.id()), fresh, problem);
    }

    private Account own() {
        Long id = Callers.current().account();
        Account account = id == null ? null : accounts.find(id);
        if (account == null) {
            throw new IllegalStateException("the page of an account without one");
        }
        return account;
    }
}
