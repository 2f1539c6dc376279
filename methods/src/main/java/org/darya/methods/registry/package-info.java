/** The list of all methods. */
@NullMarked
package org.darya.methods.registry;

import org.jspecify.annotations.NullMarked;
