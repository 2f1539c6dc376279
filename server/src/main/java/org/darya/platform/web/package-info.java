/** What every answer over HTTP has: security headers and errors in words. */
@NullMarked
package org.darya.platform.web;

import org.jspecify.annotations.NullMarked;
