package org.humdash.incident.ledger;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.humdash.incident.ledger.Definition.DefinitionView;
import org.humdash.incident.ledger.LedgerFrame.AreaView;
import org.humdash.incident.ledger.LedgerFrame.CeasefireView;
import org.humdash.incident.ledger.LedgerFrame.MonitoredView;
import org.humdash.incident.violation.ViolationType;
import org.humdash.vocabulary.text.BilingualText;

/**
 * Incidents by the day they began, in days, weeks, months or all together; {@code nextCursor} is null on the last page.
 *
 * @param by what they are told apart by
 * @param weekStart the day on which weeks begin
 */
record LedgerCounts(
        CeasefireView ceasefire,
        AreaView area,
        LocalDate asOf,
        Instant knownAt,
        int lagDays,
        List<ViolationType> types,
        MonitoredView monitored,
        List<String> by,
        DayOfWeek weekStart,
        List<BucketView> items,
        String nextCursor,
        List<DefinitionView> definitions) {

    /**
     * @param partial whether the ledger holds only some of the days of the week or month
     * @param days how many days of it the ledger holds
     * @param daysCovered how many of those a source reported on in full
     * @param incidents each counted once
     * @param contested how many of them are contested
     * @param cells the same by type, area or both; empty when neither is asked for
     */
    record BucketView(
            LocalDate from,
            LocalDate to,
            boolean partial,
            int days,
            int daysCovered,
            long incidents,
            long contested,
            List<CellView> cells) {}

    /**
     * @param partOf the wider type of this answer that counts these incidents too; null for none
     * @param area the finest P-code known; null when unknown, or when areas are not told apart
     */
    record CellView(
            ViolationType type,
            BilingualText typeName,
            ViolationType partOf,
            String area,
            BilingualText areaName,
            long incidents,
            long contested) {}
}
