package org.humdash.incident.ceasefire;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.humdash.kit.revision.ReadScope;
import org.humdash.kit.revision.RevisionResponse;
import org.humdash.vocabulary.text.BilingualText;
import org.humdash.vocabulary.time.DayCounts;

/**
 * A ceasefire as of a day.
 *
 * @param effectiveAt in the ceasefire's own time zone
 * @param dayCounts the days from taking effect to {@code countedThrough}, in each of the three conventions
 * @param countedThrough the as-of day, or the day the ceasefire ended if that came first
 */
record CeasefireResponse(
        String code,
        BilingualText name,
        CeasefireStatus status,
        OffsetDateTime effectiveAt,
        OffsetDateTime endedAt,
        String timeZone,
        String area,
        List<String> parties,
        List<String> mediators,
        List<String> guarantors,
        List<String> attackTypes,
        DayCounts dayCounts,
        LocalDate countedThrough,
        List<PhaseResponse> phases,
        List<CommitmentResponse> commitments,
        LocalDate asOf,
        Instant knownAt,
        RevisionResponse revision) {

    static CeasefireResponse of(
            Ceasefire ceasefire, List<PhaseResponse> phases, List<CommitmentResponse> commitments, ReadScope scope) {
        LocalDate ended = ceasefire.endedOn();
        LocalDate through = ended != null && scope.asOf().isAfter(ended) ? ended : scope.asOf();
        return new CeasefireResponse(
                ceasefire.code,
                ceasefire.name(),
                CeasefireStatus.on(scope.asOf(), ceasefire.effectiveOn(), ended),
                local(ceasefire.effectiveAt, ceasefire),
                ceasefire.endedAt == null ? null : local(ceasefire.endedAt, ceasefire),
                ceasefire.timeZone,
                ceasefire.area,
                ceasefire.parties,
                ceasefire.mediators,
                ceasefire.guarantors,
                ceasefire.attackTypes,
                DayCounts.between(ceasefire.effectiveOn(), through),
                through,
                phases,
                commitments,
                scope.asOf(),
                scope.knownAt(),
                ceasefire.revision());
    }

    private static OffsetDateTime local(Instant instant, Ceasefire ceasefire) {
        return instant.atZone(ceasefire.zone()).toOffsetDateTime();
    }
}
