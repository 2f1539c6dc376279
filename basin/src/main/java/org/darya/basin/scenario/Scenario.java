package org.darya.basin.scenario;

import java.util.List;

/**
 * A named set of alternatives.
 *
 * @param name name that parameters refer to
 * @param size number of alternatives before slicing
 * @param labels names of the alternatives; empty if they have none
 */
public record Scenario(String name, int size, List<String> labels) {}
