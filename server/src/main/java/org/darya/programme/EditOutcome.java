package org.darya.programme;

import java.util.List;

/** What came of a change. */
public sealed interface EditOutcome {
    /** It is made. */
    record Saved(String id) implements EditOutcome {}

    /** It waits for approval. */
    record Proposed(long proposal) implements EditOutcome {}

    /** It is approved, and others still have to approve it. */
    record Waiting() implements EditOutcome {}

    /** Nothing was different. */
    record Unchanged() implements EditOutcome {}

    /**
     * Something is wrong with it.
     *
     * @param ofFolder what the reader of the programme says against it
     */
    record Invalid(List<FieldProblem> problems, List<Problem> ofFolder) implements EditOutcome {}

    /** Somebody else changed the record meanwhile. */
    record Conflict(Draft theirs) implements EditOutcome {}

    /** The caller may not. */
    record Refused() implements EditOutcome {}
}
