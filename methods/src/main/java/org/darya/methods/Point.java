package org.darya.methods;

/** A value of a series and the period it stands for. */
public record Point(Period period, Value value) {}
