/** What crops need, how much water is used and how well. */
@NullMarked
package org.darya.methods.water;

import org.jspecify.annotations.NullMarked;
