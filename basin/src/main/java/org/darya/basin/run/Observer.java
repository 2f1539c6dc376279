package org.darya.basin.run;

import org.darya.basin.time.Step;

/** Looks at a simulation as it goes. */
public interface Observer {

    /** Called for each model, step and scenario when the problem is solved, before the next is loaded. */
    default void solved(Model model, Step step, int scenario) {}

    /** Called for each model when a step is complete for all scenarios of the block. */
    default void stepped(Model model, Step step) {}
}
