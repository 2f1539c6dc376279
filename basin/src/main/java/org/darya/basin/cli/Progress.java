package org.darya.basin.cli;

import java.io.PrintWriter;
import org.darya.basin.run.Model;
import org.darya.basin.run.Observer;
import org.darya.basin.time.Step;

/** Says every tenth of a run that takes longer than a moment. */
final class Progress implements Observer {

    private final PrintWriter out;
    private final int steps;
    private final boolean quiet;
    private final long start = System.nanoTime();
    private int said;

    Progress(PrintWriter out, int steps, boolean quiet) {
        this.out = out;
        this.steps = steps;
        this.quiet = quiet;
    }

    @Override
    public void stepped(Model model, Step step) {
        int tenth = (step.index() + 1) * 10 / steps;
        if (!quiet && tenth > said && System.nanoTime() - start > 1_000_000_000L) {
            out.println(tenth * 10 + " % (" + step.start() + ")");
            out.flush();
        }
        said = Math.max(said, tenth);
    }
}
