/** Runs a model through its timeline, scenario block by scenario block. */
@NullMarked
package org.darya.basin.run;

import org.jspecify.annotations.NullMarked;
