/** The command line of basin. */
@NullMarked
package org.darya.basin.cli;

import org.jspecify.annotations.NullMarked;
