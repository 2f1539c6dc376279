/** Engines that solve the linear program of one step: minimise cost subject to mass balance, boxes and side rows. */
@NullMarked
package org.darya.basin.solve;

import org.jspecify.annotations.NullMarked;
