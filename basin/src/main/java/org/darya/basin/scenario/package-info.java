/** Scenarios: named sets of alternatives and the combinations of them that are simulated. */
@NullMarked
package org.darya.basin.scenario;

import org.jspecify.annotations.NullMarked;
