package org.humdash.incident.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.humdash.incident.coverage.CoverageStatus;
import org.humdash.incident.incident.Grade;
import org.humdash.incident.ledger.Definition.DefinitionView;
import org.humdash.incident.ledger.FigureView.CasualtiesView;
import org.humdash.incident.ledger.LedgerFrame.AreaView;
import org.humdash.incident.ledger.LedgerFrame.CeasefireView;
import org.humdash.incident.ledger.LedgerFrame.MonitoredView;
import org.humdash.incident.source.SourceSummary;
import org.humdash.incident.violation.ViolationType;
import org.humdash.vocabulary.estimate.EstimateView;
import org.humdash.vocabulary.text.BilingualText;

/**
 * The day ledger of a ceasefire, added up.
 *
 * @param types what incidents are counted
 * @param attackTypes the incidents of which make a day an attack day
 */
record LedgerSummary(
        CeasefireView ceasefire,
        AreaView area,
        LocalDate asOf,
        Instant knownAt,
        int lagDays,
        List<ViolationType> types,
        List<ViolationType> attackTypes,
        MonitoredView monitored,
        StatusCounts days,
        AttackDaysView attackDays,
        StreaksView streaks,
        IncidentsView incidents,
        RateView rate7d,
        CasualtiesView casualties,
        List<GradeShare> grades,
        LocationShare withoutLocation,
        CoverageView coverage,
        List<DefinitionView> definitions) {

    /** How many days have each status; the five add up to the monitored days. */
    record StatusCounts(int attack, int possible, int pending, int quiet, int noReport) {

        static StatusCounts of(DayLedger ledger) {
            return new StatusCounts(
                    ledger.count(DayStatus.ATTACK),
                    ledger.count(DayStatus.POSSIBLE),
                    ledger.count(DayStatus.PENDING),
                    ledger.count(DayStatus.QUIET),
                    ledger.count(DayStatus.NO_REPORT));
        }
    }

    /** @param possibleIncidents incidents that cause a day to be POSSIBLE */
    record AttackDaysView(long lower, long upper, long possibleIncidents, EstimateView estimate) {

        static AttackDaysView of(AttackDays days) {
            return new AttackDaysView(
                    days.lower(), days.upper(), days.possibleIncidents(), EstimateView.of(days.estimate()));
        }
    }

    /** The streaks of attack days and of quiet days. */
    record StreaksView(Streaks attack, Streaks quiet) {}

    /**
     * @param counted not discounted, contested included
     * @param contested how many of those are contested
     * @param ofUnknownTime how many of those may lie before the ceasefire took effect
     * @param discounted not in {@code counted}
     */
    record IncidentsView(long counted, long contested, long ofUnknownTime, long discounted) {}

    /**
     * @param from null when there has been no complete day
     * @param perDay incidents per covered day; null when none is covered
     */
    record RateView(LocalDate from, LocalDate to, long incidents, int daysCovered, BigDecimal perDay) {

        static final RateView NONE = new RateView(null, null, 0, 0, null);

        static RateView of(WeeklyRate rate) {
            return new RateView(
                    rate.from(),
                    rate.to(),
                    rate.incidents(),
                    rate.daysCovered(),
                    rate.perDay().orElse(null));
        }
    }

    /** @param share of all incidents, 0 to 1; null when there are none */
    record GradeShare(Grade grade, BilingualText name, long incidents, BigDecimal share) {}

    /** @param share of all incidents, 0 to 1; null when there are none */
    record LocationShare(long incidents, BigDecimal share) {}

    /**
     * The monitored days by what sources did.
     *
     * @param covered days on which at least one source reported for the whole day
     * @param partial days with partial reports only
     * @param none days without a report
     */
    record CoverageView(int covered, int partial, int none, List<SourceDays> sources) {}

    /** How many monitored days a source gave a status to. */
    record SourceDays(SourceSummary source, CoverageStatus status, BilingualText statusName, long days) {}
}
