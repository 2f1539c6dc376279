/** Computing indicators: from declarations and series to versions. The computing itself knows no database. */
@NullMarked
package org.darya.evidence.indicator;

import org.jspecify.annotations.NullMarked;
