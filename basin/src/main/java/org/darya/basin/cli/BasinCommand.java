package org.darya.basin.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.darya.basin.BasinException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command line of basin. */
@Command(
        name = "basin",
        mixinStandardHelpOptions = true,
        version = "basin 1.0",
        description = "Simulates how the water of a basin is shared.",
        subcommands = {
            RunCommand.class,
            ExplainCommand.class,
            CompareCommand.class,
            ExportCommand.class,
            OptimiseCommand.class,
            ForesightCommand.class,
            ConformanceCommand.class
        })
public final class BasinCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** Runs a command and ends with its exit code. */
    public static void main(String[] arguments) {
        // the reader of HDF5 files brings a logging interface that would complain of having no one to talk to
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        System.exit(execute(
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                arguments));
    }

    /**
     * Runs a command.
     *
     * @return 0 if all went well, 1 if the model is at fault, 2 if the command line is
     */
    public static int execute(PrintWriter out, PrintWriter err, String... arguments) {
        CommandLine line = new CommandLine(new BasinCommand());
        line.setOut(out);
        line.setErr(err);
        line.setExecutionExceptionHandler((exception, command, parsed) -> {
            if (exception instanceof BasinException) {
                err.println(exception.getMessage());
                return 1;
            }
            // a fault of ours: a reader of the console can do nothing with a stack trace
            err.println("the model could not be run: " + exception);
            err.println("Maybe the model asks for something that was never tried; please report it with the model.");
            return 1;
        });
        try {
            return line.execute(arguments);
        } catch (OutOfMemoryError e) {
            err.println("the model does not fit into memory");
            err.println("Maybe run fewer scenarios at a time, or give more memory: DARYA_JAVA_OPTIONS=-Xmx8g.");
            return 1;
        } catch (StackOverflowError e) {
            err.println("the model is nested too deep");
            err.println("Maybe give inner parameters a name of their own.");
            return 1;
        }
    }
}
