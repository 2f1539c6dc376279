/**
 * Who, where, in which words, from which source: the ground floor. A fact here is a record with a level and sources; what
 * disagrees stands side by side. Imports no other room.
 */
@ApplicationModule(displayName = "Register", allowedDependencies = "platform")
@NullMarked
package org.darya.register;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
