@NullMarked
package org.darya.action.web;

import org.jspecify.annotations.NullMarked;
