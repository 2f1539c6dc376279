@NullMarked
package org.darya.evidence.intake;

import org.jspecify.annotations.NullMarked;
