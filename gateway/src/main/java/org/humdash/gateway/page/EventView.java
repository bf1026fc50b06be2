package org.humdash.gateway.page;

/**
 * Something that happened around the ceasefire, or is expected to.
 *
 * @param when a day, or a period of a phase
 * @param kind what sort of thing; null where there is no word for it
 * @param participants null where none are named
 */
public record EventView(String when, String kind, Phrase title, Phrase participants, Phrase source, String url) {}
