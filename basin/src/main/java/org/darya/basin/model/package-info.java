/** What a running model consists of: nodes, stores and parameters, with their values for every scenario. */
@NullMarked
package org.darya.basin.model;

import org.jspecify.annotations.NullMarked;
