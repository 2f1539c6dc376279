/** Charts drawn by the server as SVG: read without a script, printed, and had as files of their own. */
@NullMarked
package org.darya.portal.chart;

import org.jspecify.annotations.NullMarked;
