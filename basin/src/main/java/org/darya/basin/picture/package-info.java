/** Pictures of networks and results as SVG. */
@NullMarked
package org.darya.basin.picture;

import org.jspecify.annotations.NullMarked;
