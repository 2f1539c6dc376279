/** How claims and commitments are compared with what is measured. */
@NullMarked
package org.darya.agreement.finding;

import org.jspecify.annotations.NullMarked;
