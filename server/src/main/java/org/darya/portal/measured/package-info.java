/** Pages of what is measured: indicators with their charts, methods, inputs and findings. */
@NullMarked
package org.darya.portal.measured;

import org.jspecify.annotations.NullMarked;
