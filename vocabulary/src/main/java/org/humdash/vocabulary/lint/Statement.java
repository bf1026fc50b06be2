package org.humdash.vocabulary.lint;

import java.time.LocalDate;
import java.util.UUID;
import org.humdash.vocabulary.estimate.Estimate;

/** A figure about a period, as one statement gave it; both dates are inside the period. */
public record Statement(UUID id, Estimate figure, LocalDate validFrom, LocalDate validTo) {}
