/** The readable model format: YAML in the words of water managers, said in terms of nodes and edges. */
@NullMarked
package org.darya.basin.design;

import org.jspecify.annotations.NullMarked;
