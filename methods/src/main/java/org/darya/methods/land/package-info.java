/** The state of land. */
@NullMarked
package org.darya.methods.land;

import org.jspecify.annotations.NullMarked;
