package org.darya.basin.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.darya.basin.BasinException;
import org.darya.basin.solve.EngineKind;

/**
 * Runs the scenarios of a model in blocks, several at a time. A block has its own parameters, bases and recorders, so blocks
 * share nothing but tables that are read only.
 */
public final class Parallel {

    private Parallel() {}

    /** What is done with each block. */
    @FunctionalInterface
    public interface Work {
        /** Runs a block whose first scenario has the number {@code from}. */
        void run(Simulation simulation, int from);
    }

    /**
     * Runs all scenarios.
     *
     * @param threads how many blocks run at a time
     * @param block scenarios in a block; small blocks stay in the cache of a core
     */
    public static void run(Assembly assembly, EngineKind engine, int threads, int block, Work work) {
        int all = assembly.scenarios().size();
        if (all <= block || threads == 1) {
            for (int from = 0; from < all; from += block) {
                work.run(new Simulation(assembly.build(from, Math.min(from + block, all)), engine), from);
            }
            return;
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> running = new ArrayList<>();
            for (int from = 0; from < all; from += block) {
                int first = from;
                int last = Math.min(from + block, all);
                running.add(pool.submit(() -> {
                    List<Model> models;
                    // reading tables is the one thing that blocks share
                    synchronized (assembly) {
                        models = assembly.build(first, last);
                    }
                    work.run(new Simulation(models, engine), first);
                }));
            }
            for (Future<?> block1 : running) {
                block1.get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof BasinException problem) {
                throw problem;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BasinException("run", "it was interrupted", "start it again.");
        }
    }
}
