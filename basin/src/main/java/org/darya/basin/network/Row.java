package org.darya.basin.network;

import org.darya.basin.model.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * A side row, before numbers are put in: {@code lower <= sum coefficient x flow <= upper}.
 *
 * @param name what it stands for, for messages
 * @param arcs arcs that it binds
 * @param coefficients coefficient of each arc
 * @param lower least value
 * @param upper greatest value
 * @param account if given, the bounds follow from the volume of this account instead
 */
@SuppressWarnings("ArrayRecordComponent") // built once, read only
record Row(
        String name,
        int[] arcs,
        Quantity[] coefficients,
        Quantity lower,
        Quantity upper,
        @Nullable Account account) {}
