package org.darya.evidence.sensorthings.model;

/**
 * A relation from one type to another.
 *
 * @param name as in addresses: plural where it leads to many
 * @param required whether an entity cannot be without
 */
public record Navigation(String name, EntityType target, boolean many, boolean required, Join join) {
    /** How the tables meet. */
    public sealed interface Join {
        /** a column here holds the id there */
        record Holds(String column) implements Join {}

        /** a column there holds the id here */
        record HeldBy(String column) implements Join {}

        /** a table of pairs */
        record Pairs(String table, String here, String there) implements Join {}
    }
}
