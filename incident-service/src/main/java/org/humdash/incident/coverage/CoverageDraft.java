package org.humdash.incident.coverage;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.humdash.kit.revision.RevisionReason;
import org.humdash.vocabulary.access.Sensitivity;

/**
 * A statement about the coverage of one day or of each day of a period, before it is held against what is recorded.
 *
 * @param row its row in the table it came from, as a spreadsheet numbers it
 * @param note may be null
 * @param sensitivity null keeps that of the record, LOW for a new one
 * @param revisionReason why it changes what is recorded; null for UPDATE
 */
record CoverageDraft(
        long row,
        String ceasefire,
        String source,
        LocalDate from,
        LocalDate to,
        CoverageStatus status,
        String note,
        Sensitivity sensitivity,
        RevisionReason revisionReason) {

    /** Days, both ends counted; 0 or less when the period is the wrong way round. */
    long days() {
        return ChronoUnit.DAYS.between(from, to) + 1;
    }
}
