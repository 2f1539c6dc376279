@NullMarked
package org.darya.programme.read;

import org.jspecify.annotations.NullMarked;
