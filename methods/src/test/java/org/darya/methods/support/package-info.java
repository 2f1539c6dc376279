/** What the tests share. */
@org.jspecify.annotations.NullMarked
package org.darya.methods.support;
