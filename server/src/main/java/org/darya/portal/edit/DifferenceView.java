package org.darya.portal.edit;

import org.jspecify.annotations.Nullable;

/**
 * A value that is different in two states of a record.
 *
 * @param field key of the field it belongs to
 * @param part where in the field, with dots; empty where the field is the value
 * @param before null where there was none
 * @param after null where there is none any more
 */
public record DifferenceView(
        String field,
        String part,
        @Nullable String before,
        @Nullable String after) {}
