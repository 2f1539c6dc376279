/** Changing records in the browser: forms, proposals, and what became of a record. */
@NullMarked
package org.darya.portal.edit;

import org.jspecify.annotations.NullMarked;
