/** The style sheet and the fonts, and nothing else of what lies in the jars. */
@NullMarked
package org.darya.portal.assets;

import org.jspecify.annotations.NullMarked;
