package org.darya.evidence.sensorthings.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Inserts observations within a transaction; what is there already is settled as its stream wants it. */
final class Insertion {
    private final ObservationTable table = new ObservationTable();
    private final Streams streams;

    Insertion(Streams streams) {
        this.streams = streams;
    }

    /** @param atLeast what is done with duplicates of streams that would allow them; null to allow them */
    Outcome[] insert(Connection within, List<NewObservation> rows, Author author, Stream.@Nullable Duplicates atLeast)
            throws SQLException {
        DuplicateCheck.Plan plan = DuplicateCheck.plan(within, rows, streams, atLeast);
        Outcome[] outcomes = new Outcome[rows.size()];
        List<NewObservation> fresh = plan.insert().size() == rows.size()
                ? rows
                : plan.insert().stream().map(rows::get).toList();
        if (!fresh.isEmpty()) {
            long[] ids = table.insert(within, fresh, author);
            for (int i = 0; i < ids.length; i++) {
                outcomes[plan.insert().get(i)] = new Outcome(ids[i], Outcome.Kind.CREATED);
            }
        }
        for (var replaced : plan.replace().entrySet()) {
            NewObservation row = rows.get(replaced.getKey());
            ready(within, row);
            Corrections.update(within, replaced.getValue(), row.datastream(), row, author);
        }
        for (int i = 0; i < outcomes.length; i++) {
            Outcome settled = plan.settled()[i];
            Integer same = plan.sameAs().get(i);
            if (settled != null) {
                outcomes[i] = settled;
            } else if (same != null) {
                while (plan.sameAs().containsKey(same)) {
                    same = plan.sameAs().get(same);
                }
                outcomes[i] = new Outcome(outcomes[same].id(), same > i ? Outcome.Kind.REPLACED : Outcome.Kind.IGNORED);
            }
        }
        return outcomes;
    }

    /** Makes ready for a row what it needs beside itself. */
    void ready(Connection within, NewObservation row) throws SQLException {
        table.ready(within, List.of(row));
    }

    /** Whether no duplicate can be in the way of these. */
    boolean allows(List<NewObservation> rows) {
        for (NewObservation row : rows) {
            Stream stream = streams.remembered(row.datastream());
            if (stream == null || stream.duplicates() != Stream.Duplicates.ALLOW) {
                return false;
            }
        }
        return true;
    }

    /** What was remembered of a transaction that was undone does not hold. */
    void forget() {
        table.forget();
    }
}
