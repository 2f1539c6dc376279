package org.darya;

import java.util.function.Consumer;
import org.darya.access.AccessDatabase;
import org.darya.access.Accounts;
import org.darya.access.Audit;
import org.darya.access.Caller;
import org.darya.access.Callers;
import org.darya.access.Role;
import org.darya.platform.DaryaException;
import org.darya.platform.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Accounts from the command line, for the first ones and for whoever locked themselves out. */
@Command(name = "user", description = "Adds, resets, disables and lists accounts.", mixinStandardHelpOptions = true)
final class Users {
    @Command(
            name = "add",
            description = "Adds an account and prints its one-time password.",
            mixinStandardHelpOptions = true)
    int add(
            @Parameters(paramLabel = "NAME", description = "sign-in name: small Latin letters, digits, . _ @ + -")
                    String name,
            @Option(
                            names = "--role",
                            required = true,
                            paramLabel = "ROLE",
                            description =
                                    "administrator, secretariat, focal-point, partner, hydromet-operator or reader")
                    String role,
            @Option(names = "--display", paramLabel = "TEXT", description = "name of the person") @Nullable
                    String display,
            @Option(names = "--country", paramLabel = "CODE", description = "ISO 3166-1 alpha-3, such as KAZ") @Nullable
                    String country,
            @Option(names = "--organisation", paramLabel = "ID", description = "id in the register") @Nullable
                    String organisation,
            @Option(names = "--service", paramLabel = "NAME", description = "hydrometeorological service") @Nullable
                    String service,
            @Mixin DatabaseOptions database) {
        Role asked = Words.of(Role.class).get(role);
        if (asked == null || asked == Role.ANONYMOUS) {
            throw new DaryaException(
                    "There is no role \"%s\".".formatted(role),
                    "Maybe one of these is meant: administrator, secretariat, focal-point, partner, hydromet-operator, reader.");
        }
        var wanted = new Accounts.Wanted(name, display == null ? "" : display, asked, country, organisation, service);
        return with(database, accounts -> tell(accounts.add(wanted)));
    }

    @Command(
            name = "reset",
            description = "Gives an account a new one-time password, drops its second factor and lets it in again.",
            mixinStandardHelpOptions = true)
    int reset(@Parameters(paramLabel = "NAME") String name, @Mixin DatabaseOptions database) {
        return with(database, accounts -> tell(accounts.reset(name)));
    }

    @Command(
            name = "disable",
            description = "Closes an account; its sessions and tokens end.",
            mixinStandardHelpOptions = true)
    int disable(@Parameters(paramLabel = "NAME") String name, @Mixin DatabaseOptions database) {
        return with(database, accounts -> {
            accounts.disable(name);
            System.out.printf("%s may not sign in any more.%n", name);
        });
    }

    @Command(
            name = "link",
            description = "Lets an account sign in through the provider of identities.",
            mixinStandardHelpOptions = true)
    int link(
            @Parameters(paramLabel = "NAME") String name,
            @Option(names = "--issuer", required = true, paramLabel = "URL", description = "as in darya.oidc.issuer")
                    String issuer,
            @Option(
                            names = "--subject",
                            required = true,
                            paramLabel = "TEXT",
                            description =
                                    "what the provider calls the person; the trail shows it after a first attempt")
                    String subject,
            @Mixin DatabaseOptions database) {
        return with(database, accounts -> {
            accounts.link(name, issuer, subject);
            System.out.printf("%s signs in as %s of %s.%n", name, subject, issuer);
        });
    }

    @Command(name = "list", description = "Lists the accounts.", mixinStandardHelpOptions = true)
    int list(@Mixin DatabaseOptions database) {
        return with(
                database,
                accounts -> accounts.all()
                        .forEach(account -> System.out.printf(
                                "%-30s %-18s %-4s %-20s %s%s%n",
                                account.name(),
                                Words.of(account.role()),
                                orEmpty(account.country()),
                                orEmpty(account.organisation()) + orEmpty(account.service()),
                                account.secondFactor() ? "second factor" : "",
                                account.disabledAt() == null ? "" : " disabled")));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static void tell(Accounts.Given given) {
        System.out.printf(
                "%s (%s) signs in with the one-time password %s and will be asked to change it.%n",
                given.account().name(), Words.of(given.account().role()), given.oneTimePassword());
    }

    private static int with(DatabaseOptions database, Consumer<Accounts> work) {
        try (var open = database.open().prepared()) {
            JdbcClient jdbc = JdbcClient.create(open.asOperator());
            Callers.as(Caller.OPERATOR, AccessDatabase.operatorsAddress(), () -> {
                work.accept(new Accounts(jdbc, new Audit(jdbc)));
                return null;
            });
        }
        return 0;
    }
}
