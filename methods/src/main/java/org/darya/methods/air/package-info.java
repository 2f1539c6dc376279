/** Air quality indices and guidelines. */
@NullMarked
package org.darya.methods.air;

import org.jspecify.annotations.NullMarked;
