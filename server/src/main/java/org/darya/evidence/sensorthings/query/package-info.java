/** Reading addresses and query options: a strict parser with limits and a syntax tree of its own. */
@NullMarked
package org.darya.evidence.sensorthings.query;

import org.jspecify.annotations.NullMarked;
