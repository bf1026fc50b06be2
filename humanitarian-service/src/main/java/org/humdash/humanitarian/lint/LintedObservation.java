package org.humdash.humanitarian.lint;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.humdash.vocabulary.lint.Statement;

/**
 * An observation with what it is held against, all of it within the reader's clearance.
 *
 * @param original the observation that this one passes on; empty for a statement of its own
 * @param previous the statement before it of the same originator about the same thing; empty for a relay
 * @param terms the figures it should follow from
 */
record LintedObservation(
        UUID id,
        String reference,
        String indicator,
        String area,
        String definition,
        String originator,
        String publisher,
        Statement statement,
        LocalDate publishedOn,
        Optional<Statement> original,
        Optional<Statement> previous,
        Terms terms) {

    LintedObservation with(Terms found) {
        return new LintedObservation(
                id,
                reference,
                indicator,
                area,
                definition,
                originator,
                publisher,
                statement,
                publishedOn,
                original,
                previous,
                found);
    }
}
