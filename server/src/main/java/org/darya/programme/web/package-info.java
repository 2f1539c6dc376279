/** Changes of records for programs. */
@NullMarked
package org.darya.programme.web;

import org.jspecify.annotations.NullMarked;
