/** Methods that any theme may use: totals, shares, means, trends, targets and their uncertainty. */
@NullMarked
package org.darya.methods.general;

import org.jspecify.annotations.NullMarked;
