/** Who may do what, and the trail of what was done. */
@ApplicationModule(displayName = "Access", allowedDependencies = "platform")
@NullMarked
package org.darya.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
