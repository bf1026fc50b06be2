package org.humdash.incident.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.humdash.incident.coverage.CoverageStatus;
import org.humdash.incident.ledger.Definition.DefinitionView;
import org.humdash.incident.ledger.FigureView.CasualtiesView;
import org.humdash.incident.ledger.LedgerFrame.AreaView;
import org.humdash.incident.ledger.LedgerFrame.CeasefireView;
import org.humdash.incident.ledger.LedgerFrame.MonitoredView;
import org.humdash.incident.ledger.LedgerFrame.TypeCount;
import org.humdash.incident.source.SourceSummary;
import org.humdash.incident.violation.ViolationType;
import org.humdash.vocabulary.text.BilingualText;

/** A page of the monitored days, ascending; {@code nextCursor} is null on the last one. */
record LedgerDays(
        CeasefireView ceasefire,
        AreaView area,
        LocalDate asOf,
        Instant knownAt,
        int lagDays,
        List<ViolationType> types,
        List<ViolationType> attackTypes,
        MonitoredView monitored,
        List<DayView> items,
        String nextCursor,
        List<DefinitionView> definitions) {

    /**
     * One day.
     *
     * @param attackIncidents incidents that make it an attack day
     * @param possibleIncidents incidents of an attack type that may be of this day
     * @param incidents incidents that began on it, of all types asked for
     * @param contested how many of those are contested
     * @param byType those incidents by type; a sub-type is also counted in the type it is part of
     * @param covered whether a source reported on the whole day
     * @param partiallyCovered whether it has partial reports and nothing better
     */
    record DayView(
            LocalDate date,
            DayStatus status,
            BilingualText statusName,
            long attackIncidents,
            long possibleIncidents,
            long incidents,
            long contested,
            List<TypeCount> byType,
            CasualtiesView casualties,
            boolean covered,
            boolean partiallyCovered,
            List<SourceReport> coverage) {}

    /** What a source did on the day. */
    record SourceReport(SourceSummary source, CoverageStatus status, BilingualText statusName, String note) {}
}
