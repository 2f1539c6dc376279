package org.darya.evidence.sensorthings.store;

/** What became of one observation. @param id of the observation that holds now; 0 where it was rejected */
public record Outcome(long id, Kind kind) {
    public enum Kind {
        CREATED,
        /** the stream had one of that time, and keeps it */
        IGNORED,
        /** the stream had one of that time, which is a former value now */
        REPLACED,
        /** the stream had one of that time and takes no other */
        REJECTED
    }
}
