package org.humdash.humanitarian.observation;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.humdash.humanitarian.source.SourceSummary;
import org.humdash.kit.revision.ReadScope;
import org.humdash.kit.revision.RevisionResponse;
import org.humdash.vocabulary.access.Sensitivity;

/**
 * A day on which a source that reports daily did not report on an indicator. There is no figure of it, which is not zero.
 *
 * @param originator who did not report
 * @param publisher who says so; null when the originator does
 */
public record UnreportedDayResponse(
        UUID id,
        String indicator,
        String area,
        SourceSummary originator,
        SourceSummary publisher,
        LocalDate day,
        String note,
        Sensitivity sensitivity,
        RevisionResponse revision) {

    static UnreportedDayResponse of(UnreportedDay day, Map<String, SourceSummary> sources, ReadScope scope) {
        return new UnreportedDayResponse(
                day.id,
                day.indicator,
                day.area,
                sources.get(day.originator),
                day.publisher == null ? null : sources.get(day.publisher),
                day.day,
                day.note,
                day.sensitivity,
                day.revision().asKnownAt(scope.knownAt()));
    }
}
