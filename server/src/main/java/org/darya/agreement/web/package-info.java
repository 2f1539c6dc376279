@NullMarked
package org.darya.agreement.web;

import org.jspecify.annotations.NullMarked;
