package org.darya.programme;

/**
 * What is wrong with an input.
 *
 * @param field key of the field
 * @param code word of the message
 * @param value what was wrong, or what is missing
 */
public record FieldProblem(String field, String code, String value) {}
