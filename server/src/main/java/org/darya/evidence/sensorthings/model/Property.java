package org.darya.evidence.sensorthings.model;

/**
 * A property of an entity.
 *
 * @param name as in JSON
 * @param column column of the type's table; for computed ones the name they are known by to the compiler
 */
public record Property(String name, String column, Kind kind, boolean required) {
    /** What values a property takes. */
    public enum Kind {
        TEXT,
        JSON,
        GEOMETRY,
        INSTANT,
        /** two columns or two members of a JSON array; an instant is an interval of no length */
        INTERVAL,
        /** an observation's result: a number, or any other JSON */
        RESULT,
        /** computed by the server, refused when given */
        COMPUTED
    }
}
