package org.darya.methods;

/** A known value of a series as a bare number in the unit that the method asked for. */
public record Sample(Period period, double number, Status status) {}
