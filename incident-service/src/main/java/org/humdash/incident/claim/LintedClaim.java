package org.humdash.incident.claim;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.humdash.vocabulary.estimate.Estimate;
import org.humdash.vocabulary.lint.Statement;
import org.humdash.vocabulary.time.DayCount;

/**
 * A claim with what it is held against, all of it within the reader's clearance.
 *
 * @param original the claim that this one passes on; empty for a statement of its own
 * @param previous the statement before it in its series, of an earlier day; empty for a relay
 * @param kindsOfDay days with attacks and quiet days that go with a number of monitored days; empty unless both were stated
 */
record LintedClaim(
        UUID id,
        String reference,
        ClaimSeries series,
        String publisher,
        Breakdown breakdown,
        LocalDate validTo,
        Integer statedDays,
        DayCount dayCount,
        LocalDate publishedOn,
        Optional<Statement> original,
        Optional<Statement> previous,
        Map<String, Estimate> kindsOfDay) {

    Statement statement() {
        return new Statement(id, breakdown.total(), series.validFrom(), validTo);
    }
}
