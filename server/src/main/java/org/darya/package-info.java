/** Darya carries a regional environmental programme from what was said, through what is done, to what is measured. */
@NullMarked
package org.darya;

import org.jspecify.annotations.NullMarked;
