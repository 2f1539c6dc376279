package org.darya.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Starting and stopping the database's programs, also where we are root: PostgreSQL refuses to run as root. */
final class Processes {
    private Processes() {}

    /**
     * The command as it must be run so that PostgreSQL does not see root. A user namespace gives it another number
     * while the files stay ours.
     */
    static List<String> asPlainUser(List<String> command) {
        return root() ? prefixed(List.of("unshare", "-U", "--"), command) : command;
    }

    /** In a session of its own the server does not get the terminal's Ctrl-C before we could stop it in order. */
    static List<String> ownSession(List<String> command) {
        return Files.isExecutable(Path.of("/usr/bin/setsid")) ? prefixed(List.of("setsid"), command) : command;
    }

    static void run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        if (code != 0) {
            throw new IOException("%s gave %d:%n%s".formatted(String.join(" ", command), code, output.strip()));
        }
    }

    static void interrupt(long pid) throws IOException, InterruptedException {
        run(List.of("kill", "-INT", Long.toString(pid)));
    }

    static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static boolean root() {
        try {
            return (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid") == 0;
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return false;
        }
    }

    private static List<String> prefixed(List<String> prefix, List<String> command) {
        var all = new ArrayList<>(prefix);
        all.addAll(command);
        return all;
    }
}
