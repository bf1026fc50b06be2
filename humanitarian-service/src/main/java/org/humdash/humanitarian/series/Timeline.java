package org.humdash.humanitarian.series;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.humdash.humanitarian.indicator.Aggregation;
import org.humdash.humanitarian.indicator.DefinitionHistory;
import org.humdash.humanitarian.indicator.IndicatorKind;
import org.humdash.vocabulary.estimate.Estimate;
import org.humdash.vocabulary.estimate.EstimateFormatException;

/**
 * The points that statements make. A statement belongs to the bucket in which its period ends. What no statement speaks of
 * stays empty; nothing is divided, filled in or carried on.
 *
 * @param statements as {@link Statement#of} gives them; earlier ones than the buckets are held against, and not shown
 */
record Timeline(List<Statement> statements, IndicatorKind kind, Aggregation aggregation, DefinitionHistory definition) {

    private static final Comparator<Statement> SHORTEST = Comparator.<Statement>comparingLong(
                    statement -> statement.figure().days())
            .thenComparing(statement -> statement.figure().validTo());

    /** The first day the statements speak of: of a flow where its period begins, of anything else where it ends. */
    LocalDate first() {
        return kind == IndicatorKind.FLOW
                ? statements.stream()
                        .map(statement -> statement.figure().validFrom())
                        .min(LocalDate::compareTo)
                        .orElseThrow()
                : statements.getFirst().figure().validTo();
    }

    LocalDate last() {
        return statements.getLast().figure().validTo();
    }

    /** @param buckets ascending and without gaps, at least one */
    List<Point> points(List<Bucket> buckets) {
        LocalDate begin = buckets.getFirst().from();
        LocalDate[] earliestBegin = earliestBeginFrom();
        List<Point> points = new ArrayList<>(buckets.size());
        int next = 0;
        while (next < statements.size()
                && statements.get(next).figure().validTo().isBefore(begin)) {
            next++;
        }
        LocalDate toldUntil = null;
        for (Bucket bucket : buckets) {
            int first = next;
            while (next < statements.size()
                    && !statements.get(next).figure().validTo().isAfter(bucket.to())) {
                next++;
            }
            Set<PointFlag> flags = EnumSet.noneOf(PointFlag.class);
            // What a later figure speaks of is no gap in the reporting, and no figure of this bucket either.
            if (kind == IndicatorKind.FLOW && next < statements.size() && !earliestBegin[next].isAfter(bucket.to())) {
                flags.add(PointFlag.PART_OF_LATER);
            }
            if (first == next) {
                points.add(new Point(bucket, 0, null, List.of(), null, flags, List.of()));
                continue;
            }
            Point point = point(bucket, first, next, toldUntil, flags);
            toldUntil = point.validTo();
            points.add(point);
        }
        return points;
    }

    private Point point(Bucket bucket, int first, int next, LocalDate toldUntil, Set<PointFlag> flags) {
        for (int i = Math.max(first, 1); i < next; i++) {
            flagAgainstTheOneBefore(i, flags);
        }
        List<Statement> found = statements.subList(first, next);
        List<Statement> parts = switch (aggregation) {
            case LAST -> List.of(newest(found));
            case NONE -> found;
            case SUM -> kind == IndicatorKind.FLOW ? apart(found, bucket, flags) : List.of(newest(found));
        };
        if (kind == IndicatorKind.FLOW) {
            if (parts.stream().anyMatch(part -> part.figure().validFrom().isBefore(bucket.from()))) {
                flags.add(PointFlag.SPANS_FROM_BEFORE);
            }
            if (toldUntil != null
                    && parts.stream()
                            .anyMatch(part -> !part.figure().validFrom().isAfter(toldUntil))) {
                flags.add(PointFlag.OVERLAPPING);
            }
        }
        Estimate value = value(parts);
        if (value == null) {
            flags.add(PointFlag.NOT_AGGREGATED);
        }
        int daysCovered = daysCovered(bucket, kind == IndicatorKind.FLOW ? parts : found);
        return new Point(bucket, daysCovered, value, parts, version(parts.getLast()), flags, List.of());
    }

    private void flagAgainstTheOneBefore(int i, Set<PointFlag> flags) {
        Statement now = statements.get(i);
        Statement before = statements.get(i - 1);
        if (kind == IndicatorKind.CUMULATIVE
                && isLowered(before.figure().estimate(), now.figure().estimate())) {
            flags.add(PointFlag.REVISED_DOWN);
        }
        if (version(before) != version(now)) {
            flags.add(PointFlag.METHOD_CHANGED);
        }
    }

    /**
     * Whether a cumulative figure fell: certainly, or as it is stated, in the same words with no bound above and one below
     * the bound before. "At least 700" after "at least 738" leaves open what happened; what is stated is lower all the same.
     */
    static boolean isLowered(Estimate before, Estimate now) {
        return switch (now.isLessThan(before)) {
            case TRUE -> true;
            case FALSE -> false;
            case UNKNOWN ->
                now.qualifier() == before.qualifier() && lowest(before, now) < 0 && highest(before, now) <= 0;
        };
    }

    private static int lowest(Estimate before, Estimate now) {
        return Math.min(
                compare(now.lower(), before.lower()),
                Math.min(compare(now.best(), before.best()), compare(now.upper(), before.upper())));
    }

    private static int highest(Estimate before, Estimate now) {
        return Math.max(
                compare(now.lower(), before.lower()),
                Math.max(compare(now.best(), before.best()), compare(now.upper(), before.upper())));
    }

    private static int compare(BigDecimal a, BigDecimal b) {
        return a == null || b == null ? 0 : a.compareTo(b);
    }

    /** The newest by the end of its period; of several that end together the one that is preferred. */
    private static Statement newest(List<Statement> found) {
        LocalDate end = found.getLast().figure().validTo();
        return found.stream()
                .filter(statement -> statement.figure().validTo().equals(end))
                .min(Comparator.comparing(Statement::figure, Figure.PREFERRED))
                .orElseThrow();
    }

    /**
     * Statements whose periods do not overlap, so that nothing is counted twice: the one about just these days if there is
     * one, else the shortest first.
     */
    private static List<Statement> apart(List<Statement> found, Bucket bucket, Set<PointFlag> flags) {
        if (found.size() == 1) {
            return found;
        }
        for (Statement statement : found) {
            Figure figure = statement.figure();
            if (!bucket.isPartial()
                    && figure.validFrom().equals(bucket.from())
                    && figure.validTo().equals(bucket.to())) {
                return List.of(statement);
            }
        }
        List<Statement> chosen = new ArrayList<>();
        for (Statement statement : found.stream().sorted(SHORTEST).toList()) {
            if (chosen.stream().noneMatch(other -> overlap(statement.figure(), other.figure()))) {
                chosen.add(statement);
            }
        }
        if (chosen.size() < found.size()) {
            flags.add(PointFlag.OVERLAPPING);
        }
        chosen.sort(Comparator.comparing(statement -> statement.figure().validTo()));
        return chosen;
    }

    private static boolean overlap(Figure a, Figure b) {
        return !a.validFrom().isAfter(b.validTo()) && !b.validFrom().isAfter(a.validTo());
    }

    /** Null where the parts cannot be put together: several of them by NONE, or by different versions of the definition. */
    private Estimate value(List<Statement> parts) {
        if (parts.size() == 1) {
            return parts.getFirst().figure().estimate();
        }
        boolean isMixed = parts.stream().map(this::version).distinct().count() > 1;
        if (aggregation != Aggregation.SUM || isMixed) {
            return null;
        }
        try {
            return Estimate.sum(
                    parts.stream().map(part -> part.figure().estimate()).toList());
        } catch (EstimateFormatException e) {
            // Above the greatest number an estimate holds: no sum is better than a wrong one.
            return null;
        }
    }

    int version(Statement statement) {
        return definition.on(statement.figure().validTo()).number();
    }

    /** Of a flow the days in the periods of its figures, of anything else the days on which one ends. */
    private int daysCovered(Bucket bucket, List<Statement> statements) {
        if (bucket.from().equals(bucket.to())) {
            return 1;
        }
        BitSet days = new BitSet();
        for (Statement statement : statements) {
            Figure figure = statement.figure();
            LocalDate from = kind == IndicatorKind.FLOW ? figure.validFrom() : figure.validTo();
            days.set(
                    between(bucket.from(), from.isBefore(bucket.from()) ? bucket.from() : from),
                    between(bucket.from(), figure.validTo()) + 1);
        }
        return days.cardinality();
    }

    private static int between(LocalDate begin, LocalDate day) {
        return (int) ChronoUnit.DAYS.between(begin, day);
    }

    /** For each statement the earliest beginning of a period among it and all later ones. */
    private LocalDate[] earliestBeginFrom() {
        LocalDate[] earliest = new LocalDate[statements.size()];
        for (int i = earliest.length - 1; i >= 0; i--) {
            LocalDate begin = statements.get(i).figure().validFrom();
            earliest[i] = i == earliest.length - 1 ? begin : Collections.min(List.of(begin, earliest[i + 1]));
        }
        return earliest;
    }
}
