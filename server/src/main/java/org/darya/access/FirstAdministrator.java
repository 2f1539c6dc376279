package org.darya.access;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Where there is no account yet, the first one is made and its password printed, once, to be changed at the first sign-in. */
@Component
@Order(10)
@ConditionalOnWebApplication
class FirstAdministrator implements ApplicationRunner {
    private static final String NAME = "administrator";

    private final Accounts accounts;

    FirstAdministrator(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Callers.as(Caller.SYSTEM, () -> {
            if (accounts.all().isEmpty()) {
                Accounts.Given given =
                        accounts.add(new Accounts.Wanted(NAME, "", Role.ADMINISTRATOR, null, null, null));
                System.out.printf(
                        "The first account is \"%s\", its one-time password %s%nSign in at /en/sign-in; you will be asked to change it.%n",
                        NAME, given.oneTimePassword());
            }
            return null;
        });
    }
}
