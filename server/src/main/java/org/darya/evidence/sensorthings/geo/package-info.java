/** Geometries: GeoJSON and WKT to JTS. */
@NullMarked
package org.darya.evidence.sensorthings.geo;

import org.jspecify.annotations.NullMarked;
