package org.darya.basin.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.darya.basin.design.Readable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "export", mixinStandardHelpOptions = true, description = "Writes a readable model as Pywr JSON.")
final class ExportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "MODEL", description = "Model in YAML.")
    private Path file = Path.of("model.yaml");

    @Option(names = "--out", description = "File to write; the screen if missing.")
    private @org.jspecify.annotations.Nullable Path out;

    @Override
    public Integer call() throws IOException {
        String json = Readable.toJson(file, spec.commandLine().getErr()::println);
        if (out == null) {
            spec.commandLine().getOut().println(json);
        } else {
            Files.writeString(out, json);
        }
        return 0;
    }
}
