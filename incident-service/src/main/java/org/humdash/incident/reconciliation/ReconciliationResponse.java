package org.humdash.incident.reconciliation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.humdash.incident.claim.Measure;
import org.humdash.incident.ledger.DayTally;
import org.humdash.incident.source.SourceSummary;
import org.humdash.incident.violation.ViolationType;
import org.humdash.kit.revision.RevisionResponse;
import org.humdash.vocabulary.estimate.EstimateView;
import org.humdash.vocabulary.text.BilingualText;
import org.humdash.vocabulary.time.DayCount;
import org.humdash.vocabulary.time.DayCounts;

/**
 * A claim beside what is documented.
 *
 * @param documented null where the claim is about days of which none was monitored
 * @param gap what is claimed and not documented (the claim's lower bound − documented); null without a lower bound
 * @param coverage documented ÷ the claim's lower bound; null without one and where it is 0
 * @param residual total minus the sum of the breakdown; null where there is no breakdown
 * @param breakdown the same for each type of violation the claim breaks down into
 * @param sincePrevious how it follows on the statement of the same source before it; null for the first and for a relay
 */
record ReconciliationResponse(
        ClaimView claim,
        DocumentedView documented,
        Bounds gap,
        Bounds coverage,
        BigDecimal residual,
        List<PartView> breakdown,
        List<Flag> flags,
        IntervalView sincePrevious) {

    /**
     * The claim.
     *
     * @param relayOf the claim this one passes on
     * @param dayCounts days from the ceasefire's effect to {@code validTo}, in each convention
     * @param statedDays the number of days the statement itself gave
     * @param dayCount the convention by which {@code statedDays} comes out
     */
    record ClaimView(
            UUID id,
            String reference,
            String ceasefire,
            String area,
            Measure measure,
            EstimateView estimate,
            SourceSummary originator,
            SourceSummary publisher,
            UUID relayOf,
            LocalDate validFrom,
            LocalDate validTo,
            DayCounts dayCounts,
            Integer statedDays,
            DayCount dayCount,
            LocalDate publishedOn,
            RevisionResponse revision) {}

    /**
     * What is documented of the claim's period and area.
     *
     * @param figure a range where some of it only may belong to the period or the area
     * @param incidents what the figure comes from; null when it counts days
     * @param days the statuses of the days the claim is about, from the day ledger; null when it counts anything else
     */
    record DocumentedView(EstimateView figure, IncidentsView incidents, DaysView days) {

        static DocumentedView of(Documented documented) {
            return new DocumentedView(
                    EstimateView.of(documented.figure()),
                    documented.basis() == null ? null : IncidentsView.of(documented.basis()),
                    documented.days() == null ? null : DaysView.of(documented.days()));
        }
    }

    /**
     * The incidents that a figure comes from.
     *
     * @param certain how many are certain to be in it
     * @param possible how many more may be
     * @param stated how many of all these state the figure
     * @param contested the part of the figure from incidents for which responsibility is contested
     */
    record IncidentsView(long certain, long possible, long stated, EstimateView contested) {

        private static IncidentsView of(Documented.Basis basis) {
            return new IncidentsView(
                    basis.certain(), basis.possible(), basis.stated(), EstimateView.of(basis.contested()));
        }
    }

    /** How many of the days have each status; the five add up to {@code monitored}. */
    record DaysView(int monitored, int attack, int possible, int pending, int quiet, int noReport) {

        private static DaysView of(DayTally tally) {
            return new DaysView(
                    tally.monitored(),
                    tally.attack(),
                    tally.possible(),
                    tally.pending(),
                    tally.quiet(),
                    tally.noReport());
        }
    }

    /** The share of a type of violation, as claimed and as documented; a type includes its sub-types. */
    record PartView(
            ViolationType type,
            BilingualText name,
            EstimateView claimed,
            DocumentedView documented,
            Bounds gap,
            Bounds coverage) {}

    /**
     * From one statement of a series to the next.
     *
     * @param days calendar days between them
     * @param increase difference of the lower bounds, negative where the figure falls; null without lower bounds
     * @param perDay increase ÷ days; null where the figure falls
     */
    record IntervalView(PointView from, PointView to, long days, BigDecimal increase, EstimateView perDay) {}

    /**
     * One end of an interval.
     *
     * @param dayCounts its day in each convention
     * @param statedDays the number of days its statement gave, and {@code dayCount} the convention by which it comes out
     */
    record PointView(UUID claim, LocalDate validTo, DayCounts dayCounts, Integer statedDays, DayCount dayCount) {}
}
