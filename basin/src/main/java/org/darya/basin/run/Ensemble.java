package org.darya.basin.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import org.darya.basin.BasinException;
import org.darya.basin.solve.EngineKind;
import org.jspecify.annotations.Nullable;

/**
 * Runs the scenarios of a model in blocks that step together, several at a time: after each stretch of steps the blocks wait
 * for each other, so that what needs all scenarios of a step can be taken down and forgotten. How scenarios are parted
 * depends on their number only, and blocks share nothing but tables that are read only; so the results are the same, to
 * the last digit, on any number of cores.
 */
public final class Ensemble {

    /** Blocks of a large ensemble: enough to keep the cores of most machines busy. */
    private static final int BLOCKS = 16;

    private final List<Simulation> blocks = new ArrayList<>();
    private final int steps;
    private final int threads;

    /**
     * Builds all blocks.
     *
     * @param threads how many blocks run at a time
     */
    public Ensemble(Assembly assembly, EngineKind engine, int threads) {
        int all = assembly.scenarios().size();
        int size = (all + BLOCKS - 1) / BLOCKS;
        for (int from = 0; from < all; from += size) {
            blocks.add(new Simulation(assembly.build(from, Math.min(from + size, all)), engine));
        }
        this.steps = assembly.timeline().steps().size();
        this.threads = Math.min(threads, blocks.size());
    }

    /** The blocks in the order of their scenarios. */
    public List<Simulation> blocks() {
        return List.copyOf(blocks);
    }

    /**
     * Runs all steps.
     *
     * @param stretch how many steps blocks go before they wait for each other
     * @param observers who looks at each block, on the thread that runs it
     * @param rest called on the calling thread after each stretch, with the number of its last step
     * @throws BasinException the first problem of the first block that has one
     */
    public void run(int stretch, List<List<Observer>> observers, IntConsumer rest) {
        blocks.forEach(Simulation::start);
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            for (int first = 0; first < steps; first += stretch) {
                int last = Math.min(first + stretch, steps) - 1;
                advance(pool, first, last, observers);
                rest.accept(last);
            }
        }
    }

    private void advance(ExecutorService pool, int first, int last, List<List<Observer>> observers) {
        List<Callable<Boolean>> work = new ArrayList<>();
        for (int b = 0; b < blocks.size(); b++) {
            Simulation block = blocks.get(b);
            Observer[] watching = observers.get(b).toArray(Observer[]::new);
            work.add(() -> {
                block.advance(first, last, watching);
                return true;
            });
        }
        try {
            if (threads == 1) {
                for (Callable<Boolean> part : work) {
                    part.call();
                }
                return;
            }
            for (Future<Boolean> part : pool.invokeAll(work)) {
                part.get();
            }
        } catch (ExecutionException e) {
            throw problem(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BasinException("run", "it was interrupted", "start it again.");
        } catch (Exception e) {
            throw problem(e);
        }
    }

    private static RuntimeException problem(@Nullable Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException own ? own : new IllegalStateException(cause);
    }
}
