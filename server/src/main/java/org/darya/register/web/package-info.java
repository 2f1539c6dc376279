@NullMarked
package org.darya.register.web;

import org.jspecify.annotations.NullMarked;
