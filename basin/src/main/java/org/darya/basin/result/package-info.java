/** What comes of a run: series, totals, indices, and the files they are written to. */
@NullMarked
package org.darya.basin.result;

import org.jspecify.annotations.NullMarked;
