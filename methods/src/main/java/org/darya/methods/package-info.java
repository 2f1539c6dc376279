/**
 * How a number is computed: pure functions of series and parameters, one method per file, source cited. No input or
 * output, no framework.
 */
@NullMarked
package org.darya.methods;

import org.jspecify.annotations.NullMarked;
