package org.darya.basin.model;

/** A record that grows during a run and can be looked back at by a parameter. */
public interface RunningRecord {

    /** Value recorded for a step and scenario. */
    double recorded(int step, int scenario);
}
