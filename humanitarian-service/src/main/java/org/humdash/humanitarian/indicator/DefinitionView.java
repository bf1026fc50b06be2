package org.humdash.humanitarian.indicator;

import org.humdash.vocabulary.text.BilingualText;

/** What exactly is counted. Figures of different definitions are different things. */
public record DefinitionView(String code, BilingualText text) {}
