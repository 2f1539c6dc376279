/**
 * What is measured: series of official offices as they gave them, each value with its status, its import and its former
 * versions. Missing is a status, never a number.
 */
@ApplicationModule(
        displayName = "Evidence",
        allowedDependencies = {"register", "access", "platform"})
@NullMarked
package org.darya.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
