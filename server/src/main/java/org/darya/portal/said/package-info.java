/** Pages of what was said: meetings, documents, commitments, claims. */
@NullMarked
package org.darya.portal.said;

import org.jspecify.annotations.NullMarked;
