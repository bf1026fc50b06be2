package org.humdash.incident.ledger;

import org.humdash.incident.rollup.FigureSum;
import org.humdash.vocabulary.estimate.EstimateView;

/**
 * The sum of a figure.
 *
 * @param estimate null when no incident states the figure: missing is not zero
 * @param incidentsStating how many incidents state it
 */
record FigureView(EstimateView estimate, long incidentsStating) {

    static FigureView of(FigureSum sum) {
        return new FigureView(sum.estimate().map(EstimateView::of).orElse(null), sum.stated());
    }

    /** The three figures of some incidents. */
    record FiguresView(long incidents, FigureView killed, FigureView injured, FigureView detained) {

        static FiguresView of(Casualties.Figures figures) {
            return new FiguresView(
                    figures.incidents(),
                    FigureView.of(figures.killed()),
                    FigureView.of(figures.injured()),
                    FigureView.of(figures.detained()));
        }
    }

    /** Casualties, contested ones apart. */
    record CasualtiesView(FiguresView counted, FiguresView contested, FiguresView ofUnknownTime) {

        static CasualtiesView of(Casualties casualties) {
            return new CasualtiesView(
                    FiguresView.of(casualties.counted()),
                    FiguresView.of(casualties.contested()),
                    FiguresView.of(casualties.ofUnknownTime()));
        }
    }
}
