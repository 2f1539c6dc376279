/** How things are said: messages, dates, numbers, units and money in the reader's language. */
@NullMarked
package org.darya.portal.text;

import org.jspecify.annotations.NullMarked;
