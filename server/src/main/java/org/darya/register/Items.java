package org.darya.register;

import java.util.List;

/**
 * A stretch of a list.
 *
 * @param total how many there are in all that pass the filter
 */
public record Items<T>(List<T> items, int total) {}
