/** Work, pay and heat. */
@NullMarked
package org.darya.methods.work;

import org.jspecify.annotations.NullMarked;
