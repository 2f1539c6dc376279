/** What was said: meetings, documents, commitments and claims. A claim is checked, not repeated. */
@ApplicationModule(
        displayName = "Agreement",
        allowedDependencies = {"action", "evidence", "register", "platform"})
@NullMarked
package org.darya.agreement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
