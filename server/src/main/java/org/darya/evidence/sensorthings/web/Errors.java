package org.darya.evidence.sensorthings.web;

import org.darya.evidence.sensorthings.StaProblem;

/** Errors in the standard's form: a code, the type and what was wrong; advice in a member of its own. */
final class Errors {
    private Errors() {}

    static Answer of(StaProblem problem) {
        var out = new Bytes();
        out.raw("{\"code\":")
                .number(problem.status())
                .raw(",\"type\":\"error\",\"message\":")
                .string(problem.message());
        out.raw(",\"maybe\":").string(problem.maybe()).put('}');
        return Answer.json(problem.status(), out.copy());
    }
}
