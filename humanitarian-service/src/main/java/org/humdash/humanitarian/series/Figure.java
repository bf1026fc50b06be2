package org.humdash.humanitarian.series;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.UUID;
import org.humdash.vocabulary.estimate.Estimate;

/**
 * What a source stated of one period.
 *
 * @param observation the id of the observation
 * @param publisher who passed it on; null when the originator published it
 * @param relayOf the observation it passes on; null when it is the first
 */
record Figure(
        UUID observation,
        String reference,
        LocalDate validFrom,
        LocalDate validTo,
        Estimate estimate,
        String publisher,
        UUID relayOf,
        LocalDate publishedOn) {

    /** Which of several that say the same thing is shown: the statement itself, else what was published last. */
    static final Comparator<Figure> PREFERRED = Comparator.<Figure, Boolean>comparing(figure -> figure.relayOf != null)
            .thenComparing(Figure::publishedOn, Comparator.nullsLast(Comparator.reverseOrder()))
            .thenComparing(Figure::reference);

    /** How many days its period has. */
    long days() {
        return ChronoUnit.DAYS.between(validFrom, validTo) + 1;
    }

    boolean isOfTheSamePeriodAs(Figure other) {
        return validTo.equals(other.validTo) && validFrom.equals(other.validFrom);
    }

    boolean isAboutAWholeMonth() {
        return validFrom.getDayOfMonth() == 1
                && validFrom.plusMonths(1).minusDays(1).equals(validTo);
    }
}
