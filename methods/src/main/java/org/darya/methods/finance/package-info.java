/** Money for climate and environment. */
@NullMarked
package org.darya.methods.finance;

import org.jspecify.annotations.NullMarked;
