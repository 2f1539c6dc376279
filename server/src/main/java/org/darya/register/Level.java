package org.darya.register;

/** How far a source carries: A official text, B press, agency or bank news, C one unconfirmed secondary source. */
public enum Level {
    A,
    B,
    C
}
