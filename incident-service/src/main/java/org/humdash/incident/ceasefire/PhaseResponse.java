package org.humdash.incident.ceasefire;

import java.time.LocalDate;
import java.util.Map;
import org.humdash.incident.source.SourceSummary;
import org.humdash.kit.revision.RevisionResponse;
import org.humdash.vocabulary.text.BilingualText;

/** A phase of a ceasefire agreement and who says so. */
record PhaseResponse(
        int number,
        BilingualText title,
        PhaseStatus status,
        LocalDate start,
        LocalDate end,
        SourceSummary source,
        String url,
        RevisionResponse revision) {

    static PhaseResponse of(Phase phase, Map<String, SourceSummary> sources) {
        return new PhaseResponse(
                phase.number,
                phase.title(),
                phase.status,
                phase.startsOn,
                phase.endsOn,
                sources.get(phase.source),
                phase.url,
                phase.revision());
    }
}
