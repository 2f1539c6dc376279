/** How good a forecast is. */
@NullMarked
package org.darya.methods.skill;

import org.jspecify.annotations.NullMarked;
