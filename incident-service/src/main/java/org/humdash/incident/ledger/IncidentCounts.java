package org.humdash.incident.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.humdash.incident.rollup.RollupRow;
import org.humdash.incident.violation.ViolationType;

/**
 * How many incidents began in a bucket, contested ones included and discounted ones not.
 *
 * @param incidents each counted once
 * @param contested how many of them are contested
 * @param cells the same by type, area or both; empty when neither was asked for
 */
record IncidentCounts(Bucket bucket, long incidents, long contested, List<Cell> cells) {

    /**
     * @param type null when types are not told apart
     * @param area the finest P-code known; null when unknown or when areas are not told apart
     */
    record Cell(ViolationType type, String area, long incidents, long contested) {

        private static final Comparator<Cell> ORDER = Comparator.comparing(
                        Cell::type, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(Cell::area, Comparator.nullsLast(Comparator.naturalOrder()));

        private Cell plus(Cell other) {
            return new Cell(type, area, incidents + other.incidents, contested + other.contested);
        }
    }

    /**
     * @param buckets ascending and without gaps
     * @param rows without discounted incidents, told apart by their first day at least
     * @param types the types asked for; see {@link TypeTally}
     * @param byCell whether types or areas are told apart
     */
    static List<IncidentCounts> of(
            List<Bucket> buckets, Collection<RollupRow> rows, Set<ViolationType> types, boolean byCell) {
        TreeMap<LocalDate, List<RollupRow>> byBucket = new TreeMap<>();
        buckets.forEach(bucket -> byBucket.put(bucket.from(), new ArrayList<>()));
        for (RollupRow row : rows) {
            var slot = byBucket.floorEntry(row.from());
            if (slot != null && !row.from().isAfter(buckets.getLast().to())) {
                slot.getValue().add(row);
            }
        }
        return buckets.stream()
                .map(bucket -> of(bucket, byBucket.get(bucket.from()), types, byCell))
                .toList();
    }

    private static IncidentCounts of(Bucket bucket, List<RollupRow> rows, Set<ViolationType> types, boolean byCell) {
        Map<List<Object>, Cell> cells = new HashMap<>();
        if (byCell) {
            for (RollupRow row : rows) {
                Cell cell = new Cell(row.type(), areaOf(row), row.incidents(), row.contested());
                add(cells, cell);
                if (row.type() != null) {
                    TypeTally.widerOf(row.type(), types)
                            .ifPresent(wider ->
                                    add(cells, new Cell(wider, cell.area(), cell.incidents(), cell.contested())));
                }
            }
        }
        return new IncidentCounts(
                bucket,
                rows.stream().mapToLong(RollupRow::incidents).sum(),
                rows.stream().mapToLong(RollupRow::contested).sum(),
                cells.values().stream().sorted(Cell.ORDER).toList());
    }

    private static void add(Map<List<Object>, Cell> cells, Cell cell) {
        cells.merge(Arrays.asList(cell.type(), cell.area()), cell, Cell::plus);
    }

    private static String areaOf(RollupRow row) {
        return row.adm2() == null ? row.adm1() : row.adm2();
    }
}
