package org.darya.portal.page;

/**
 * What a page for an error shows.
 *
 * @param maybe advice
 */
public record ErrorView(int status, String title, String detail, String maybe) {}
