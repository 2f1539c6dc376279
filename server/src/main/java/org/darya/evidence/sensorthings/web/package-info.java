/** Requests and answers over HTTP. */
@NullMarked
package org.darya.evidence.sensorthings.web;

import org.jspecify.annotations.NullMarked;
