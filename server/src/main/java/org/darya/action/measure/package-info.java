/** Indicators that are computed from what is done. */
@NullMarked
package org.darya.action.measure;

import org.jspecify.annotations.NullMarked;
