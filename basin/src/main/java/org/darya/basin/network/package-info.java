/** From nodes and edges to a network of vertices, arcs and side rows: a linear program of one step. */
@NullMarked
package org.darya.basin.network;

import org.jspecify.annotations.NullMarked;
