/** Waste and what it emits. */
@NullMarked
package org.darya.methods.waste;

import org.jspecify.annotations.NullMarked;
