/** Observations in files: loading and writing them at the command line. */
@NullMarked
package org.darya.evidence.sensorthings.file;

import org.jspecify.annotations.NullMarked;
