package org.humdash.incident.source;

import org.humdash.vocabulary.text.BilingualText;

/** A source as it stands beside a figure. */
public record SourceSummary(String code, BilingualText name, SourceKind kind) {}
