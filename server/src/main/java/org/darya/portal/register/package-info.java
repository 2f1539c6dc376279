/** Pages of the ground floor: themes, countries, organisations, sources, and what disagrees. */
@NullMarked
package org.darya.portal.register;

import org.jspecify.annotations.NullMarked;
