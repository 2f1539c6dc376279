package org.darya;

import org.darya.access.AuditChain;
import org.darya.access.AuditChain.Verdict;
import org.darya.platform.DaryaException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The trail, examined. */
@Command(name = "audit", description = "Examines the trail.", mixinStandardHelpOptions = true)
final class AuditCommand {
    @Command(
            name = "verify",
            description = "Proves the chain of the trail and names the first broken row.",
            mixinStandardHelpOptions = true)
    int verify(
            @Option(
                            names = "--expect",
                            paramLabel = "ROW:HASH",
                            description = "an end of the trail that was noted before, as this command prints it")
                    @Nullable
                    String expected,
            @Mixin DatabaseOptions database) {
        if (expected != null && !expected.matches("[0-9]{1,18}:[0-9a-f]{64}")) {
            throw new DaryaException(
                    "\"%s\" is no end of a trail.".formatted(expected),
                    "Maybe copy it as this command printed it: a number, a colon and 64 hexadecimal digits.");
        }
        try (var open = database.open().prepared()) {
            Verdict verdict = expected == null
                    ? AuditChain.verify(open.asOperator(), 0, "")
                    : AuditChain.verify(
                            open.asOperator(),
                            Long.parseLong(expected.substring(0, expected.indexOf(':'))),
                            expected.substring(expected.indexOf(':') + 1));
            return switch (verdict) {
                case Verdict.Whole whole -> {
                    System.out.printf(
                            "The trail is whole: %d rows, end %d:%s%n", whole.rows(), whole.rows(), whole.end());
                    yield 0;
                }
                case Verdict.Broken broken -> {
                    System.err.printf("The trail is broken at row %d: %s.%n", broken.seq(), broken.why());
                    System.err.println("Maybe compare with the last backup; everything from that row on is in doubt.");
                    yield 1;
                }
            };
        }
    }
}
