package org.darya.evidence.sensorthings.query;

/** One term of {@code $orderby}. */
public record OrderBy(Expr key, boolean descending) {}
