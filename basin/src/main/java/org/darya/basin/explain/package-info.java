/** Why a node got what it got: the limits that bind on the water's way, and what they are worth. */
@NullMarked
package org.darya.basin.explain;

import org.jspecify.annotations.NullMarked;
