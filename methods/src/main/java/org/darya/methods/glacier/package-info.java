/** How glaciers gain and lose mass. */
@NullMarked
package org.darya.methods.glacier;

import org.jspecify.annotations.NullMarked;
