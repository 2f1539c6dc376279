/** Reads model documents and tables: a document is a tree of {@link org.darya.basin.read.Element elements}, a table is a {@link org.darya.basin.read.Frame frame}. */
@NullMarked
package org.darya.basin.read;

import org.jspecify.annotations.NullMarked;
