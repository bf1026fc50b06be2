package org.humdash.incident.reconciliation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.humdash.incident.claim.ClaimSeries;
import org.humdash.incident.claim.ClaimStatement;
import org.humdash.vocabulary.estimate.Estimate;
import org.humdash.vocabulary.estimate.Trilean;

/**
 * Walks along the statements of series after series, earliest validity first, and finds for each what it follows and
 * whether it falls below an earlier one. It remembers a few statements and not the series.
 */
final class Trail {

    private ClaimSeries series;
    private ClaimStatement leading;
    private ClaimStatement leadingBefore;
    private ClaimStatement highestBound;
    private ClaimStatement highestNumber;
    private final List<ClaimStatement> ofTheSameDay = new ArrayList<>();

    /** What a statement is in its series. */
    record Step(Optional<Interval> sincePrevious, Optional<Flag> revisedDown) {}

    /** The next statement; of those of one day the first leads, and what comes after follows on that one. */
    Step next(ClaimStatement statement) {
        if (!statement.series().equals(series)) {
            begin(statement.series());
        }
        if (leading == null || statement.validTo().isAfter(leading.validTo())) {
            leadingBefore = leading;
            leading = statement;
            ofTheSameDay.forEach(this::remember);
            ofTheSameDay.clear();
        }
        ofTheSameDay.add(statement);
        return new Step(
                Optional.ofNullable(leadingBefore).map(earlier -> new Interval(earlier, statement)),
                revisedDown(statement));
    }

    private void begin(ClaimSeries next) {
        series = next;
        leading = null;
        leadingBefore = null;
        highestBound = null;
        highestNumber = null;
        ofTheSameDay.clear();
    }

    private void remember(ClaimStatement statement) {
        Estimate estimate = statement.estimate();
        if (estimate.lower() != null && (highestBound == null || isHigherBound(estimate, highestBound.estimate()))) {
            highestBound = statement;
        }
        if (number(estimate) != null
                && (highestNumber == null || number(estimate).compareTo(number(highestNumber.estimate())) > 0)) {
            highestNumber = statement;
        }
    }

    private Optional<Flag> revisedDown(ClaimStatement statement) {
        Estimate estimate = statement.estimate();
        if (highestBound != null && estimate.isLessThan(highestBound.estimate()) == Trilean.TRUE) {
            return Optional.of(new Flag(Flag.Code.REVISED_DOWN, Certainty.CERTAIN, highestBound.id()));
        }
        BigDecimal number = number(estimate);
        if (highestNumber != null
                && number != null
                && number.compareTo(number(highestNumber.estimate())) < 0
                && estimate.isLessThan(highestNumber.estimate()) == Trilean.UNKNOWN) {
            return Optional.of(new Flag(Flag.Code.REVISED_DOWN, Certainty.POSSIBLE, highestNumber.id()));
        }
        return Optional.empty();
    }

    private static boolean isHigherBound(Estimate estimate, Estimate than) {
        int order = estimate.lower().compareTo(than.lower());
        return order > 0 || order == 0 && !estimate.lowerInclusive() && than.lowerInclusive();
    }

    /** The number that a reader would compare: "at least 700" after "at least 738" may be a fall. */
    private static BigDecimal number(Estimate estimate) {
        return estimate.best() != null ? estimate.best() : estimate.lower();
    }
}
