package org.darya.methods;

/** Which values went into an outcome: a stretch of one series under the name of an input. */
public record Used(String input, String series, Period first, Period last, int count) {}
