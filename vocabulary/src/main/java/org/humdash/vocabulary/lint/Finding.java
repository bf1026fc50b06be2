package org.humdash.vocabulary.lint;

import java.util.UUID;
import org.humdash.vocabulary.text.BilingualText;

/**
 * Something about a statement that a reader should know. It hangs on the statement and never changes it.
 *
 * @param message what was noticed, with the numbers, and no judgement of which of them is right
 * @param against the other statement, where there is one; else null
 */
public record Finding(
        FindingCode code, Severity severity, BilingualText message, Arithmetic arithmetic, UUID against) {}
