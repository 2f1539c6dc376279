/** What is done: initiatives, projects and money. Kinds of money are types; totals never mix them. */
@ApplicationModule(
        displayName = "Action",
        allowedDependencies = {"evidence", "register", "platform"})
@NullMarked
package org.darya.action;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
