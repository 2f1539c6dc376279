package org.darya.action;

import java.util.List;

/** Who put something forward: alpha-3 codes of countries and ids of organisations. */
public record Proposers(List<String> countries, List<String> organisations) {}
