/** The calendar of a simulation: a timeline is a finite sequence of steps, each a half-open interval of whole days. */
@NullMarked
package org.darya.basin.time;

import org.jspecify.annotations.NullMarked;
