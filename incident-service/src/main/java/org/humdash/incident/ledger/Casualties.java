package org.humdash.incident.ledger;

import java.util.Collection;
import java.util.function.Function;
import java.util.function.Predicate;
import org.humdash.incident.incident.Grade;
import org.humdash.incident.rollup.FigureSum;
import org.humdash.incident.rollup.RollupRow;
import org.humdash.incident.rollup.Timing;

/**
 * What distinct incidents state of people killed, injured and detained, bound by bound. Discounted incidents are in none
 * of the three.
 *
 * @param counted incidents neither discounted nor contested
 * @param contested incidents with competing claims of responsibility; not in {@code counted}
 * @param ofUnknownTime those of {@code counted} that may lie before the ceasefire took effect
 */
record Casualties(Figures counted, Figures contested, Figures ofUnknownTime) {

    /** The figures of some incidents. */
    record Figures(long incidents, FigureSum killed, FigureSum injured, FigureSum detained) {

        private static Figures of(Collection<RollupRow> rows, Predicate<RollupRow> which) {
            return new Figures(
                    rows.stream().filter(which).mapToLong(RollupRow::incidents).sum(),
                    sum(rows, which, RollupRow::killed),
                    sum(rows, which, RollupRow::injured),
                    sum(rows, which, RollupRow::detained));
        }

        private static FigureSum sum(
                Collection<RollupRow> rows, Predicate<RollupRow> which, Function<RollupRow, FigureSum> figure) {
            return rows.stream().filter(which).map(figure).reduce(FigureSum.NOTHING, FigureSum::plus);
        }
    }

    /** @param rows told apart by timing and grade at least */
    static Casualties of(Collection<RollupRow> rows) {
        Predicate<RollupRow> counted = row -> row.grade() != Grade.DISCOUNTED && row.grade() != Grade.CONTESTED;
        return new Casualties(
                Figures.of(rows, counted),
                Figures.of(rows, row -> row.grade() == Grade.CONTESTED),
                Figures.of(rows, counted.and(row -> row.timing() == Timing.UNKNOWN)));
    }
}
