package org.humdash.humanitarian.commitment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.humdash.humanitarian.source.SourceSummary;
import org.humdash.kit.revision.ReadScope;
import org.humdash.kit.revision.RevisionResponse;
import org.humdash.vocabulary.access.Clearance;
import org.humdash.vocabulary.text.BilingualText;
import org.humdash.vocabulary.time.DayCount;

/**
 * What was promised for every day and who says so.
 *
 * @param quantityPerDay in {@code unit}s a day
 * @param dayCount how days are counted where a statement does not show it
 * @param delivered the indicators of what arrived
 * @param statedExpected the indicator of what sources say should have arrived
 * @param statedPercent the indicator of the shares that sources state
 * @param revisionNote why it was changed, for staff only
 * @param recordedBy the account that recorded it, for staff only
 */
record CommitmentResponse(
        String ceasefire,
        String code,
        BilingualText title,
        String area,
        BigDecimal quantityPerDay,
        String unit,
        LocalDate from,
        LocalDate to,
        DayCount dayCount,
        SourceSummary source,
        String url,
        List<String> delivered,
        String statedExpected,
        String statedPercent,
        String revisionNote,
        String recordedBy,
        RevisionResponse revision) {

    static CommitmentResponse of(Commitment commitment, Map<String, SourceSummary> sources, ReadScope scope) {
        boolean isStaff = scope.clearance() == Clearance.STAFF;
        return new CommitmentResponse(
                commitment.ceasefire,
                commitment.code,
                commitment.title(),
                commitment.area,
                CommitmentRequest.plain(commitment.quantityPerDay),
                commitment.unit,
                commitment.fromDate,
                commitment.toDate,
                commitment.dayCount,
                sources.get(commitment.source),
                commitment.url,
                List.copyOf(commitment.delivered),
                commitment.statedExpected,
                commitment.statedPercent,
                isStaff ? commitment.revisionNote : null,
                isStaff ? commitment.recordedBy : null,
                commitment.revision().asKnownAt(scope.knownAt()));
    }
}
