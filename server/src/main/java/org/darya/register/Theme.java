package org.darya.register;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * One of the directions of a programme.
 *
 * @param number place in the programme's own order, from 1
 * @param purpose the practical use it is meant to have, as stated
 */
public record Theme(@JsonUnwrapped Head head, int number, LocalText purpose) implements Entry {}
