@NullMarked
package org.darya.programme.store;

import org.jspecify.annotations.NullMarked;
