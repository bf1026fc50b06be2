package org.humdash.incident.ledger;

import static org.humdash.incident.ledger.Definition.ATTACK;
import static org.humdash.incident.ledger.Definition.ATTACK_DAYS;
import static org.humdash.incident.ledger.Definition.CASUALTIES;
import static org.humdash.incident.ledger.Definition.COVERAGE;
import static org.humdash.incident.ledger.Definition.INCIDENTS;
import static org.humdash.incident.ledger.Definition.MONITORED_DAYS;
import static org.humdash.incident.ledger.Definition.NO_REPORT;
import static org.humdash.incident.ledger.Definition.PARTIAL_BUCKET;
import static org.humdash.incident.ledger.Definition.PENDING;
import static org.humdash.incident.ledger.Definition.POSSIBLE;
import static org.humdash.incident.ledger.Definition.QUIET;
import static org.humdash.incident.ledger.Definition.RATE_7D;
import static org.humdash.incident.ledger.Definition.SHARES;
import static org.humdash.incident.ledger.Definition.STREAK;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.humdash.incident.coverage.CoverageStatus;
import org.humdash.incident.coverage.DayCoverage;
import org.humdash.incident.coverage.SourceCoverage;
import org.humdash.incident.incident.Grade;
import org.humdash.incident.ledger.FigureView.CasualtiesView;
import org.humdash.incident.ledger.LedgerCounts.BucketView;
import org.humdash.incident.ledger.LedgerCounts.CellView;
import org.humdash.incident.ledger.LedgerDays.DayView;
import org.humdash.incident.ledger.LedgerDays.SourceReport;
import org.humdash.incident.ledger.LedgerFrame.AreaView;
import org.humdash.incident.ledger.LedgerFrame.CeasefireView;
import org.humdash.incident.ledger.LedgerFrame.MonitoredView;
import org.humdash.incident.ledger.LedgerFrame.TypeCount;
import org.humdash.incident.ledger.LedgerSummary.AttackDaysView;
import org.humdash.incident.ledger.LedgerSummary.CoverageView;
import org.humdash.incident.ledger.LedgerSummary.GradeShare;
import org.humdash.incident.ledger.LedgerSummary.IncidentsView;
import org.humdash.incident.ledger.LedgerSummary.LocationShare;
import org.humdash.incident.ledger.LedgerSummary.RateView;
import org.humdash.incident.ledger.LedgerSummary.SourceDays;
import org.humdash.incident.ledger.LedgerSummary.StatusCounts;
import org.humdash.incident.ledger.LedgerSummary.StreaksView;
import org.humdash.incident.rollup.RollupRow;
import org.humdash.incident.source.SourceSummary;
import org.humdash.incident.violation.ViolationType;
import org.humdash.vocabulary.place.Area;
import org.humdash.vocabulary.place.Gazetteer;

/**
 * Shows the answers to one question, with the names and the meanings that belong to them.
 *
 * @param sources the sources by code, as they were known
 */
record LedgerView(LedgerQuestion question, Map<String, SourceSummary> sources) {

    LedgerSummary summary(LedgerService.Summed summed) {
        return new LedgerSummary(
                CeasefireView.of(question),
                AreaView.of(question),
                question.scope().asOf(),
                question.scope().knownAt(),
                question.lagDays(),
                LedgerFrame.listed(question.types()),
                LedgerFrame.listed(question.attackTypes()),
                MonitoredView.of(question, summed.period()),
                StatusCounts.of(summed.ledger()),
                AttackDaysView.of(summed.ledger().attackDays()),
                new StreaksView(
                        summed.ledger().streaks(DayStatus.ATTACK),
                        summed.ledger().streaks(DayStatus.QUIET)),
                incidents(summed),
                summed.rate() == null ? RateView.NONE : RateView.of(summed.rate()),
                CasualtiesView.of(summed.casualties()),
                grades(summed.shares()),
                new LocationShare(
                        summed.shares().withoutLocation(),
                        summed.shares().share(summed.shares().withoutLocation()).orElse(null)),
                coverage(summed.ledger()),
                Definition.of(
                        ATTACK,
                        POSSIBLE,
                        PENDING,
                        QUIET,
                        NO_REPORT,
                        MONITORED_DAYS,
                        ATTACK_DAYS,
                        STREAK,
                        RATE_7D,
                        CASUALTIES,
                        INCIDENTS,
                        SHARES,
                        COVERAGE));
    }

    LedgerDays days(LedgerService.Days days, String nextCursor) {
        Map<LocalDate, List<RollupRow>> begun = byFirstDay(days.begun());
        Map<LocalDate, List<RollupRow>> figures = byFirstDay(days.figures());
        return days(
                days.ledger().days().stream()
                        .map(day -> day(
                                day,
                                begun.getOrDefault(day.date(), List.of()),
                                figures.getOrDefault(day.date(), List.of())))
                        .toList(),
                nextCursor);
    }

    LedgerDays noDays() {
        return days(List.of(), null);
    }

    LedgerCounts counts(LedgerService.Counted counted, CountsFilter by, String nextCursor) {
        return counts(
                counted.counts().stream()
                        .map(counts -> bucket(counts, counted.coverage()))
                        .toList(),
                by,
                nextCursor);
    }

    LedgerCounts noCounts(CountsFilter by) {
        return counts(List.of(), by, null);
    }

    private LedgerDays days(List<DayView> items, String nextCursor) {
        return new LedgerDays(
                CeasefireView.of(question),
                AreaView.of(question),
                question.scope().asOf(),
                question.scope().knownAt(),
                question.lagDays(),
                LedgerFrame.listed(question.types()),
                LedgerFrame.listed(question.attackTypes()),
                MonitoredView.of(question, question.period()),
                items,
                nextCursor,
                Definition.of(
                        ATTACK, POSSIBLE, PENDING, QUIET, NO_REPORT, MONITORED_DAYS, INCIDENTS, CASUALTIES, COVERAGE));
    }

    private LedgerCounts counts(List<BucketView> items, CountsFilter by, String nextCursor) {
        return new LedgerCounts(
                CeasefireView.of(question),
                AreaView.of(question),
                question.scope().asOf(),
                question.scope().knownAt(),
                question.lagDays(),
                LedgerFrame.listed(question.types()),
                MonitoredView.of(question, question.period()),
                by.by().stream()
                        .map(word -> word.name().toLowerCase(Locale.ROOT))
                        .toList(),
                by.weekStart(),
                items,
                nextCursor,
                Definition.of(INCIDENTS, MONITORED_DAYS, COVERAGE, PARTIAL_BUCKET));
    }

    private static IncidentsView incidents(LedgerService.Summed summed) {
        Casualties casualties = summed.casualties();
        long contested = casualties.contested().incidents();
        return new IncidentsView(
                casualties.counted().incidents() + contested,
                contested,
                casualties.ofUnknownTime().incidents(),
                summed.shares().byGrade().get(Grade.DISCOUNTED));
    }

    private static List<GradeShare> grades(Shares shares) {
        return shares.byGrade().entrySet().stream()
                .map(entry -> new GradeShare(
                        entry.getKey(),
                        entry.getKey().label(),
                        entry.getValue(),
                        shares.share(entry.getValue()).orElse(null)))
                .toList();
    }

    private CoverageView coverage(DayLedger ledger) {
        List<DayCoverage> days = ledger.days().stream().map(LedgerDay::coverage).toList();
        int covered = count(days, DayCoverage::isCovered);
        int partial = count(days, DayCoverage::isPartial);
        Map<String, Map<CoverageStatus, Long>> bySource = days.stream()
                .flatMap(day -> day.sources().stream())
                .collect(Collectors.groupingBy(
                        SourceCoverage::source,
                        TreeMap::new,
                        Collectors.groupingBy(SourceCoverage::status, TreeMap::new, Collectors.counting())));
        List<SourceDays> sourceDays = bySource.entrySet().stream()
                .flatMap(source -> source.getValue().entrySet().stream()
                        .map(status -> new SourceDays(
                                sources.get(source.getKey()),
                                status.getKey(),
                                status.getKey().label(),
                                status.getValue())))
                .toList();
        return new CoverageView(covered, partial, days.size() - covered - partial, sourceDays);
    }

    private static int count(List<DayCoverage> days, Predicate<DayCoverage> which) {
        return Math.toIntExact(days.stream().filter(which).count());
    }

    private static Map<LocalDate, List<RollupRow>> byFirstDay(List<RollupRow> rows) {
        return rows.stream().collect(Collectors.groupingBy(RollupRow::from));
    }

    private DayView day(LedgerDay day, List<RollupRow> begun, List<RollupRow> figures) {
        return new DayView(
                day.date(),
                day.status(),
                day.status().label(),
                day.attacks(),
                day.possibleAttacks(),
                begun.stream().mapToLong(RollupRow::incidents).sum(),
                begun.stream().mapToLong(RollupRow::contested).sum(),
                TypeTally.of(begun, question.types(), RollupRow::incidents).entrySet().stream()
                        .map(entry -> new TypeCount(
                                entry.getKey(), entry.getKey().label(), partOf(entry.getKey()), entry.getValue()))
                        .toList(),
                CasualtiesView.of(Casualties.of(figures)),
                day.coverage().isCovered(),
                day.coverage().isPartial(),
                day.coverage().sources().stream().map(this::report).toList());
    }

    private SourceReport report(SourceCoverage coverage) {
        return new SourceReport(
                sources.get(coverage.source()),
                coverage.status(),
                coverage.status().label(),
                coverage.note());
    }

    private BucketView bucket(IncidentCounts counts, Map<LocalDate, DayCoverage> coverage) {
        Bucket bucket = counts.bucket();
        int covered = Math.toIntExact(coverage.entrySet().stream()
                .filter(day -> bucket.holds(day.getKey()) && day.getValue().isCovered())
                .count());
        return new BucketView(
                bucket.from(),
                bucket.to(),
                bucket.isPartial(),
                Math.toIntExact(ChronoUnit.DAYS.between(bucket.from(), bucket.to()) + 1),
                covered,
                counts.incidents(),
                counts.contested(),
                counts.cells().stream().map(this::cell).toList());
    }

    private CellView cell(IncidentCounts.Cell cell) {
        return new CellView(
                cell.type(),
                cell.type() == null ? null : cell.type().label(),
                cell.type() == null ? null : partOf(cell.type()),
                cell.area(),
                Gazetteer.palestine().find(cell.area()).map(Area::name).orElse(null),
                cell.incidents(),
                cell.contested());
    }

    private ViolationType partOf(ViolationType type) {
        return TypeTally.widerOf(type, question.types()).orElse(null);
    }
}
