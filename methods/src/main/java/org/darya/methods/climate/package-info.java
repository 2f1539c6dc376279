/** Greenhouse gases, energy and drought. */
@NullMarked
package org.darya.methods.climate;

import org.jspecify.annotations.NullMarked;
