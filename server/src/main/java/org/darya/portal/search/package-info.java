/** Search, the levels and the interface explained. */
@NullMarked
package org.darya.portal.search;

import org.jspecify.annotations.NullMarked;
