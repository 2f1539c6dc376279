/** The region drawn from the shapes of the programme. */
@NullMarked
package org.darya.portal.map;

import org.jspecify.annotations.NullMarked;
