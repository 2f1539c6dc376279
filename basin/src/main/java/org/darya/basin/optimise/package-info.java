/** Search for rules that are good by several measures, and the bound that perfect foresight sets. */
@NullMarked
package org.darya.basin.optimise;

import org.jspecify.annotations.NullMarked;
