package org.humdash.humanitarian.source;

import org.humdash.vocabulary.text.BilingualText;

/**
 * A source as it stands beside a figure.
 *
 * @param kind what kind of body it is, in the source register's words, such as UN or MEDIA
 */
public record SourceSummary(String code, BilingualText name, String kind) {}
