/** Health. */
@NullMarked
package org.darya.methods.health;

import org.jspecify.annotations.NullMarked;
