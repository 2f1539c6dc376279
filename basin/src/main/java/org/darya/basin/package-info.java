/** How water is shared: reservoirs, hydropower, irrigation and rivers as a network solved step by step. Pure Java. */
@NullMarked
package org.darya.basin;

import org.jspecify.annotations.NullMarked;
