/** How hydrological services speak: telegrams, periods, rating curves, norms and forecasts. Pure, no framework. */
@NullMarked
package org.darya.hydromet;

import org.jspecify.annotations.NullMarked;
