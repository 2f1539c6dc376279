/** Signing in, one's own account, everybody's accounts, and the trail. */
@NullMarked
package org.darya.portal.account;

import org.jspecify.annotations.NullMarked;
