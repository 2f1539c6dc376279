package org.darya.portal.account;

import org.jspecify.annotations.Nullable;

/**
 * What is asked before somebody is let in.
 *
 * @param problem what was wrong: the last part of a message, or null
 * @param secret to be typed into an authenticator, in groups; empty where one is set up
 * @param picture the same as a QR code: the path of its dark squares; empty where one is set up
 * @param size squares on each side of the picture
 */
public record StepView(@Nullable String problem, String secret, String picture, int size) {}
