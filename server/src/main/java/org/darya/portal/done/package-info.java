/** Pages of what is done: initiatives and projects with honest totals. */
@NullMarked
package org.darya.portal.done;

import org.jspecify.annotations.NullMarked;
