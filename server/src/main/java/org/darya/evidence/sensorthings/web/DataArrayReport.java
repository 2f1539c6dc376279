package org.darya.evidence.sensorthings.web;

import java.util.List;
import java.util.Locale;
import org.darya.evidence.sensorthings.StaProblem;
import org.darya.evidence.sensorthings.store.Intake;
import org.darya.evidence.sensorthings.store.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What became of each row of CreateObservations: an address or "error" as the standard says; with
 * {@code Prefer: return=report} an object with status and reason.
 */
final class DataArrayReport {
    private DataArrayReport() {}

    static Answer of(Ask ask, List<Intake.Row> rows, Outcome[] outcomes) {
        boolean report = ask.prefer().contains("return=report");
        var out = new Bytes();
        String before = ask.root() + "/Observations(";
        byte[] start = ("\"" + before).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        out.put('[');
        int next = 0;
        for (int i = 0; i < rows.size(); i++) {
            StaProblem problem = rows.get(i).problem();
            Outcome outcome = problem == null ? outcomes[next++] : null;
            if (i > 0) {
                out.put(',');
            }
            if (report) {
                detailed(out, i, before, problem, outcome);
            } else if (outcome == null || outcome.kind() == Outcome.Kind.REJECTED) {
                out.raw("\"error\"");
            } else {
                out.put(start).number(outcome.id()).put(')').put('"');
            }
        }
        out.put(']');
        return Answer.of(201, Answer.JSON, out);
    }

    private static void detailed(
            Bytes out, int row, String before, @Nullable StaProblem problem, @Nullable Outcome outcome) {
        out.raw("{\"row\":").number(row).raw(",\"status\":");
        if (outcome == null) {
            out.string("error");
            if (problem != null) {
                out.raw(",\"message\":")
                        .string(problem.message())
                        .raw(",\"maybe\":")
                        .string(problem.maybe());
            }
        } else {
            out.string(outcome.kind().name().toLowerCase(Locale.ROOT));
            if (outcome.id() != 0) {
                out.raw(",\"@iot.selfLink\":").string(before + outcome.id() + ")");
            }
        }
        out.put('}');
    }
}
