/**
 * The pages people read, in their language. Everything is drawn on the server and reads without scripts; facts come with
 * their level and sources, and what disagrees is shown side by side.
 */
@ApplicationModule(
        displayName = "Portal",
        allowedDependencies = {"agreement", "action", "evidence", "register", "platform"})
@NullMarked
package org.darya.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
