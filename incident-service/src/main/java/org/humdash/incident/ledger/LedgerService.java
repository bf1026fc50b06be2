package org.humdash.incident.ledger;

import static org.humdash.incident.rollup.Dimension.AREA;
import static org.humdash.incident.rollup.Dimension.BEGUN;
import static org.humdash.incident.rollup.Dimension.GRADE;
import static org.humdash.incident.rollup.Dimension.SPAN;
import static org.humdash.incident.rollup.Dimension.TIMING;
import static org.humdash.incident.rollup.Dimension.TYPE;
import static org.humdash.kit.problem.ProblemType.NOT_FOUND;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.humdash.incident.IncidentConfig;
import org.humdash.incident.ceasefire.CeasefireRegister;
import org.humdash.incident.coverage.CoverageRegister;
import org.humdash.incident.coverage.DayCoverage;
import org.humdash.incident.rollup.Dimension;
import org.humdash.incident.rollup.RollupRepository;
import org.humdash.incident.rollup.RollupRow;
import org.humdash.kit.revision.ReadScope;

/**
 * Puts the ledger of a ceasefire together from the roll-up of its incidents and the coverage of its days. Each part asks
 * the roll-up for no more than it tells apart, so that the database adds up and little is handed over.
 */
@ApplicationScoped
class LedgerService {

    private final CeasefireRegister ceasefires;
    private final RollupRepository rollup;
    private final CoverageRegister coverage;
    private final IncidentConfig config;

    LedgerService(
            CeasefireRegister ceasefires, RollupRepository rollup, CoverageRegister coverage, IncidentConfig config) {
        this.ceasefires = ceasefires;
        this.rollup = rollup;
        this.coverage = coverage;
        this.config = config;
    }

    /**
     * What a ledger adds up to.
     *
     * @param rate null when there has been no complete day
     */
    record Summed(MonitoredPeriod period, DayLedger ledger, Casualties casualties, Shares shares, WeeklyRate rate) {}

    /**
     * Some days of a ledger.
     *
     * @param begun the incidents that began on them, discounted ones not included, by first day and type
     * @param figures the figures of the incidents that began on them, by first day, timing and grade
     */
    record Days(DayLedger ledger, List<RollupRow> begun, List<RollupRow> figures) {}

    /** Counts with the coverage of the days they are about. */
    record Counted(List<IncidentCounts> counts, Map<LocalDate, DayCoverage> coverage) {}

    /** The question that a request asks; 404 for a ceasefire that is not known to the caller. */
    LedgerQuestion question(String code, LedgerFilter filter, ReadScope scope) {
        return new LedgerQuestion(
                ceasefires
                        .terms(code, scope)
                        .orElseThrow(() -> NOT_FOUND.because("No ceasefire has the code " + code + ".")),
                scope,
                filter.area().orElse(null),
                filter.types(),
                filter.lagDays == null ? config.ledgerLagDays() : filter.lagDays,
                filter.dayCount());
    }

    Summed summed(LedgerQuestion question) {
        MonitoredPeriod period = question.period();
        DayLedger ledger = ledger(question, period);
        List<RollupRow> figures =
                period.isEmpty() ? List.of() : rollup.summed(question.incidents(period), EnumSet.of(TIMING, GRADE));
        return new Summed(
                period,
                ledger,
                Casualties.of(figures),
                Shares.of(figures),
                period.lastSevenCompleteDays()
                        .map(week -> rate(question, week, ledger))
                        .orElse(null));
    }

    /** A part of the monitored days that is not empty. */
    Days days(LedgerQuestion question, MonitoredPeriod part) {
        return new Days(
                ledger(question, part),
                rollup.counted(question.incidents(part).begun().withoutDiscounted(), EnumSet.of(BEGUN, TYPE)),
                rollup.summed(question.incidents(part).begun(), EnumSet.of(BEGUN, TIMING, GRADE)));
    }

    /**
     * @param buckets ascending and not none
     * @param cells TYPE, AREA, both or neither
     */
    Counted counted(LedgerQuestion question, MonitoredPeriod part, List<Bucket> buckets, Set<Dimension> cells) {
        MonitoredPeriod days =
                part.within(buckets.getFirst().from(), buckets.getLast().to()).orElseThrow();
        Set<Dimension> by = EnumSet.of(BEGUN);
        by.addAll(cells);
        List<RollupRow> rows = rollup.counted(question.incidents(days).begun().withoutDiscounted(), by);
        return new Counted(
                IncidentCounts.of(buckets, rows, question.types(), cells.contains(TYPE) || cells.contains(AREA)),
                coverage.between(question.terms().code(), days.from(), days.to(), question.scope()));
    }

    private DayLedger ledger(LedgerQuestion question, MonitoredPeriod part) {
        if (part.isEmpty()) {
            return DayLedger.of(part, List.of(), Map.of());
        }
        return DayLedger.of(part, attacks(question, part), covered(question, part));
    }

    /** A part of the monitored days that is not empty, to be counted over more than one period. */
    LedgerReading reading(LedgerQuestion question, MonitoredPeriod part) {
        return new LedgerReading(part, attacks(question, part), covered(question, part));
    }

    private List<RollupRow> attacks(LedgerQuestion question, MonitoredPeriod part) {
        return rollup.counted(question.attacks(part), EnumSet.of(SPAN, TIMING));
    }

    private Map<LocalDate, DayCoverage> covered(LedgerQuestion question, MonitoredPeriod part) {
        return coverage.between(question.terms().code(), part.from(), part.to(), question.scope());
    }

    /** Complete days are monitored by every convention, so the ledger holds their coverage. */
    private WeeklyRate rate(LedgerQuestion question, MonitoredPeriod week, DayLedger ledger) {
        long incidents =
                rollup
                        .counted(question.incidents(week).begun().withoutDiscounted(), EnumSet.noneOf(Dimension.class))
                        .stream()
                        .mapToLong(RollupRow::incidents)
                        .sum();
        return WeeklyRate.of(week, incidents, ledger.coverage());
    }
}
