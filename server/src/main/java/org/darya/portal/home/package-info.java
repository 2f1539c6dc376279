/** The front page. */
@NullMarked
package org.darya.portal.home;

import org.jspecify.annotations.NullMarked;
