/** What every page has: the visit, the frame around the content, links to other records, and pages for errors. */
@NullMarked
package org.darya.portal.page;

import org.jspecify.annotations.NullMarked;
