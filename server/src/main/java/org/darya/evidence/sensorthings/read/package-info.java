/** From syntax trees to SQL with parameters, one statement to a level of expansion, and to answers. */
@NullMarked
package org.darya.evidence.sensorthings.read;

import org.jspecify.annotations.NullMarked;
