/** Changes made in the browser, written into the text of the programme at their place. */
@NullMarked
package org.darya.programme.edit;

import org.jspecify.annotations.NullMarked;
