package org.humdash.incident.incident;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.humdash.incident.violation.ViolationType;
import org.humdash.vocabulary.text.BilingualText;

/**
 * How many incidents there are of each kind. Drafts, retracted incidents and duplicates are not among them. A type stands
 * for itself: what BOMBARDMENT counts is bombardment not specified further.
 */
record IncidentCounts(List<Group> items, long total, LocalDate asOf, Instant knownAt) {

    /**
     * Incidents that have everything in common that was asked for; what was not asked for is null.
     *
     * @param area P-code of level 2; null too where it is not known
     * @param from first day of the day, week or month
     */
    record Group(
            ViolationType type,
            BilingualText typeName,
            String area,
            BilingualText areaName,
            Grade grade,
            String source,
            LocalDate from,
            long incidents) {}
}
