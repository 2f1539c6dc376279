package org.darya.methods;

/** A publication: what it is called, where in it, and its address or DOI. */
public record Source(String title, String place, String address) {}
