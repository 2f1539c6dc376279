package org.darya.basin.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.function.IntConsumer;
import org.darya.basin.time.Step;

/** Says how far a run has come, if it takes long. */
final class Progress implements IntConsumer {

    private final PrintWriter out;
    private final List<Step> steps;
    private final boolean quiet;
    private final long start = System.nanoTime();
    private int said;

    Progress(PrintWriter out, List<Step> steps, boolean quiet) {
        this.out = out;
        this.steps = steps;
        this.quiet = quiet;
    }

    @Override
    public void accept(int last) {
        int tenth = (last + 1) * 10 / steps.size();
        if (!quiet && tenth > said && System.nanoTime() - start > 1_000_000_000L) {
            out.println(tenth * 10 + " % (" + steps.get(last).start() + ")");
            out.flush();
        }
        said = Math.max(said, tenth);
    }
}
