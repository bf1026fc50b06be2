package org.humdash.incident.coverage;

import java.time.LocalDate;

/**
 * What one source did on one day.
 *
 * @param note what was recorded with it; may be null
 */
public record SourceCoverage(LocalDate day, String source, CoverageStatus status, String note) {}
