package org.humdash.incident.ceasefire;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.humdash.incident.source.SourceSummary;
import org.humdash.kit.revision.RevisionResponse;
import org.humdash.vocabulary.text.BilingualText;

/**
 * What was promised for every day and who says so.
 *
 * @param quantityPerDay in {@code unit}s a day
 */
record CommitmentResponse(
        String code,
        BilingualText title,
        BigDecimal quantityPerDay,
        String unit,
        LocalDate from,
        LocalDate to,
        SourceSummary source,
        String url,
        RevisionResponse revision) {

    static CommitmentResponse of(Commitment commitment, Map<String, SourceSummary> sources) {
        return new CommitmentResponse(
                commitment.code,
                commitment.title(),
                commitment.plainQuantity(),
                commitment.unit,
                commitment.fromDate,
                commitment.toDate,
                sources.get(commitment.source),
                commitment.url,
                commitment.revision());
    }
}
