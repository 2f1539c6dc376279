package org.darya.programme;

import java.util.List;

/** What reading a programme folder gives: its content, or all the problems that stand against it. */
public sealed interface Reading {
    /** The folder is in order. */
    record Sound(ProgrammeContent content) implements Reading {}

    /** The folder cannot be used; every problem of every file is listed. */
    record Faulty(List<Problem> problems) implements Reading {}
}
