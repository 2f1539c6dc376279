package org.darya.portal.account;

import java.util.List;
import java.util.Locale;
import org.darya.access.Account;
import org.darya.access.Accounts;
import org.darya.access.Callers;
import org.darya.access.Role;
import org.darya.platform.Words;
import org.darya.portal.page.Pages;
import org.darya.portal.page.Redirect;
import org.darya.portal.page.Visit;
import org.darya.register.Catalogue;
import org.darya.register.Catalogue.Line;
import org.darya.register.Kind;
import org.darya.register.Programme;
import org.darya.register.Register;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Accounts, as an administrator keeps them. */
@Controller
@RequestMapping("/{language:ru|kk|en}/users")
class UsersController {
    private final Pages pages;
    private final Accounts accounts;
    private final Register register;
    private final Catalogue catalogue;

    UsersController(Pages pages, Accounts accounts, Register register, Catalogue catalogue) {
        this.pages = pages;
        this.accounts = accounts;
        this.register = register;
        this.catalogue = catalogue;
    }

    @GetMapping
    View users(Visit visit) {
        return show(visit, null, null, null);
    }

    @PostMapping
    View add(
            Visit visit,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String display,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String country,
            @RequestParam(defaultValue = "") String organisation,
            @RequestParam(defaultValue = "") String service) {
        Role asked = Words.of(Role.class).get(role);
        var wanted = new Accounts.Wanted(
                name.strip().toLowerCase(Locale.ROOT),
                display.length() > 200 ? display.substring(0, 200) : display,
                asked == null ? Role.ANONYMOUS : asked,
                orNull(country.toUpperCase(Locale.ROOT)),
                orNull(organisation),
                orNull(service));
        Accounts.Refusal refusal = accounts.refusal(wanted);
        String partner = wanted.organisation();
        if (refusal == null && partner != null && register.organisations().find(partner) == null) {
            refusal = Accounts.Refusal.ORGANISATION;
        }
        if (refusal != null) {
            String problem = refusal.name().toLowerCase(Locale.ROOT);
            return show(visit, null, problem, wanted);
        }
        Accounts.Given given = accounts.add(wanted);
        return show(visit, given, null, null);
    }

    @PostMapping("/{id:\\d+}/reset")
    View reset(Visit visit, @PathVariable long id) {
        Account account = other(id);
        if (account == null) {
            return Redirect.to("/" + visit.language().tag() + "/users");
        }
        Accounts.Given given = accounts.reset(account.name());
        return show(visit, given, null, null);
    }

    @PostMapping("/{id:\\d+}/disable")
    View disable(Visit visit, @PathVariable long id) {
        Account account = other(id);
        if (account != null) {
            accounts.disable(account.name());
        }
        return Redirect.to("/" + visit.language().tag() + "/users");
    }

    private View show(
            Visit visit, Accounts.@Nullable Given given, @Nullable String problem, Accounts.@Nullable Wanted wanted) {
        Programme programme = register.programme();
        List<Line> parties = catalogue.lines(Kind.COUNTRY).values().stream()
                .filter(line -> programme != null && programme.parties().contains(line.id()))
                .toList();
        return pages.show(
                visit,
                "users",
                new UsersView(accounts.all(), given, problem, wanted, parties),
                problem == null ? 200 : 400);
    }

    /** Nobody resets or disables the account they are signed in with: that would lock the last administrator out. */
    private @Nullable Account other(long id) {
        Long own = Callers.current().account();
        return own != null && own == id ? null : accounts.find(id);
    }

    private static @Nullable String orNull(String text) {
        return text.isBlank() ? null : text.strip();
    }
}
