package org.darya.register;

import java.util.List;

/** Statements about one thing that do not agree. They stand side by side; nothing is chosen. */
public record Disagreement(LocalText about, List<Statement> statements) {}
