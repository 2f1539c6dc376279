/**
 * What the house stands on: the data folder, the database, languages and errors. Knows no room; every room may use it.
 */
@NullMarked
package org.darya.platform;

import org.jspecify.annotations.NullMarked;
