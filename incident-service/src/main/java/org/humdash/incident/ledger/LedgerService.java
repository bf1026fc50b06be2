package org.humdash.incident.ledger;

import static org.humdash.incident.rollup.Dimension.AREA;
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

/** Puts the ledger of a ceasefire together from the roll-up of its incidents and the coverage of its days. */
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
    record Summed(
            MonitoredPeriod period,
            DayLedger ledger,
            List<RollupRow> rows,
            Casualties casualties,
            Shares shares,
            WeeklyRate rate) {}

    /** Some days of a ledger, with the incidents that touch them. */
    record Days(MonitoredPeriod period, DayLedger ledger, List<RollupRow> rows) {}

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
        Days all = days(question, period);
        List<RollupRow> figures =
                period.isEmpty() ? List.of() : rollup.summed(question.incidents(period), EnumSet.of(TIMING, GRADE));
        return new Summed(
                period,
                all.ledger(),
                all.rows(),
                Casualties.of(figures),
                Shares.of(figures),
                period.lastSevenCompleteDays().map(week -> rate(week, all)).orElse(null));
    }

    /** The days of a part of the monitored period, with what is needed to tell their status. */
    Days days(LedgerQuestion question, MonitoredPeriod part) {
        return days(question, part, false);
    }

    /** The same with the figures of the incidents. */
    Days daysWithFigures(LedgerQuestion question, MonitoredPeriod part) {
        return days(question, part, true);
    }

    Counted counted(LedgerQuestion question, MonitoredPeriod part, List<Bucket> buckets, Set<Dimension> cells) {
        MonitoredPeriod days =
                part.within(buckets.getFirst().from(), buckets.getLast().to()).orElseThrow();
        Set<Dimension> by = EnumSet.of(SPAN, GRADE);
        by.addAll(cells);
        List<RollupRow> rows = rollup.counted(question.incidents(days), by);
        return new Counted(
                IncidentCounts.of(buckets, rows, question.types(), cells.contains(TYPE) || cells.contains(AREA)),
                coverage.between(question.terms().code(), days.from(), days.to(), question.scope()));
    }

    private Days days(LedgerQuestion question, MonitoredPeriod part, boolean withFigures) {
        if (part.isEmpty()) {
            return new Days(part, DayLedger.of(part, List.of(), Map.of(), question.attackTypes()), List.of());
        }
        Set<Dimension> by = EnumSet.of(SPAN, TIMING, TYPE, GRADE);
        List<RollupRow> rows = withFigures
                ? rollup.summed(question.incidents(part), by)
                : rollup.counted(question.incidents(part), by);
        Map<LocalDate, DayCoverage> covered =
                coverage.between(question.terms().code(), part.from(), part.to(), question.scope());
        return new Days(part, DayLedger.of(part, rows, covered, question.attackTypes()), rows);
    }

    /** Complete days are monitored by every convention, so their incidents are among the rows of the whole period. */
    private static WeeklyRate rate(MonitoredPeriod week, Days all) {
        return WeeklyRate.of(week, all.rows(), all.ledger().coverage());
    }
}
