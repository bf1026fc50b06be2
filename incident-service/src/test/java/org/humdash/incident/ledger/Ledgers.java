package org.humdash.incident.ledger;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.humdash.incident.ceasefire.CeasefireTerms;
import org.humdash.incident.coverage.CoverageStatus;
import org.humdash.incident.coverage.DayCoverage;
import org.humdash.incident.coverage.SourceCoverage;
import org.humdash.incident.incident.Grade;
import org.humdash.incident.rollup.FigureSum;
import org.humdash.incident.rollup.RollupRow;
import org.humdash.incident.rollup.Timing;
import org.humdash.incident.violation.ViolationType;
import org.humdash.vocabulary.text.BilingualText;

/** The ceasefire of 10 October 2025, and incidents and coverage to put on its days. */
final class Ledgers {

    static final LocalDate EFFECTIVE = LocalDate.parse("2025-10-10");

    private Ledgers() {}

    static CeasefireTerms ceasefire(LocalDate endedOn) {
        return new CeasefireTerms(
                "GAZA-2025-10",
                new BilingualText("Gaza ceasefire", null),
                ZoneId.of("Asia/Gaza"),
                EFFECTIVE,
                endedOn,
                "PS02",
                ViolationType.defaultAttackTypes());
    }

    /** A precise incident after the ceasefire took effect. */
    static RollupRow on(String day, ViolationType type, long incidents) {
        return row(day, day, 1, Timing.AFTER, type, Grade.FAIR, incidents);
    }

    static RollupRow row(
            String from, String to, int precision, Timing timing, ViolationType type, Grade grade, long incidents) {
        return new RollupRow(
                LocalDate.parse(from),
                LocalDate.parse(to),
                precision,
                timing,
                type,
                null,
                null,
                grade,
                incidents,
                grade == Grade.CONTESTED ? incidents : 0,
                0,
                FigureSum.NOTHING,
                FigureSum.NOTHING,
                FigureSum.NOTHING);
    }

    /** Days that one source gives a status to, both ends included. */
    static Map<LocalDate, DayCoverage> covered(CoverageStatus status, String from, String to) {
        Map<LocalDate, DayCoverage> coverage = new TreeMap<>();
        LocalDate.parse(from)
                .datesUntil(LocalDate.parse(to).plusDays(1))
                .forEach(day ->
                        coverage.put(day, new DayCoverage(List.of(new SourceCoverage(day, "OFFICE", status, null)))));
        return coverage;
    }

    /** The statuses of the days, one letter each: Attack, Possible, penDing, Quiet, No report. */
    static String letters(DayLedger ledger) {
        StringBuilder letters = new StringBuilder();
        for (LedgerDay day : ledger.days()) {
            letters.append(
                    switch (day.status()) {
                        case ATTACK -> 'A';
                        case POSSIBLE -> 'P';
                        case PENDING -> 'D';
                        case QUIET -> 'Q';
                        case NO_REPORT -> 'N';
                    });
        }
        return letters.toString();
    }
}
