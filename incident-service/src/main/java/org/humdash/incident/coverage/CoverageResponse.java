package org.humdash.incident.coverage;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.humdash.incident.source.SourceSummary;
import org.humdash.kit.revision.ReadScope;
import org.humdash.kit.revision.RevisionResponse;
import org.humdash.vocabulary.access.Sensitivity;
import org.humdash.vocabulary.text.BilingualText;

/** What a source did on a day. */
record CoverageResponse(
        UUID id,
        String ceasefire,
        SourceSummary source,
        LocalDate day,
        CoverageStatus status,
        BilingualText statusName,
        String note,
        Sensitivity sensitivity,
        RevisionResponse revision) {

    static CoverageResponse of(CoverageDay day, Map<String, SourceSummary> sources, ReadScope scope) {
        return new CoverageResponse(
                day.id,
                day.ceasefire,
                sources.get(day.source),
                day.day,
                day.status,
                day.status.label(),
                day.note,
                day.sensitivity,
                day.revision().asKnownAt(scope.knownAt()));
    }
}
