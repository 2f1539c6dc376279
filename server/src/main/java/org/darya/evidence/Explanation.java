package org.darya.evidence;

import java.util.List;
import org.darya.register.LocalText;

/**
 * Why there is no value, or what to know about one.
 *
 * @param code stable word, such as {@code coverage-too-low}
 * @param arguments what the sentence names
 * @param text the sentence
 */
public record Explanation(String code, List<String> arguments, LocalText text) {}
