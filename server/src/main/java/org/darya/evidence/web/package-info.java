@NullMarked
package org.darya.evidence.web;

import org.jspecify.annotations.NullMarked;
