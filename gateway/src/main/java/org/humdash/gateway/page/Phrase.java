package org.humdash.gateway.page;

/**
 * Words of others, in the language they are in.
 *
 * @param lang as HTML spells it; null where nobody says which language it is
 */
public record Phrase(String text, String lang) {}
