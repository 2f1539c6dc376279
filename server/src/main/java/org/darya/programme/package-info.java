/** Reads and writes a programme folder: the text files that people review, and nothing else, are a programme. */
@ApplicationModule(
        displayName = "Programme",
        allowedDependencies = {"agreement", "action", "evidence", "register", "platform"})
@NullMarked
package org.darya.programme;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
