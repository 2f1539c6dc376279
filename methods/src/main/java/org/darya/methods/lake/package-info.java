/** Lakes: curves of level, area and volume, and their water balance. */
@NullMarked
package org.darya.methods.lake;

import org.jspecify.annotations.NullMarked;
