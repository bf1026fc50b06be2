package org.humdash.humanitarian.hazard;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.humdash.humanitarian.source.SourceSummary;
import org.humdash.kit.revision.ReadScope;
import org.humdash.kit.revision.RevisionResponse;
import org.humdash.vocabulary.access.Sensitivity;
import org.humdash.vocabulary.text.BilingualText;

/**
 * A hazard, as a source reports it.
 *
 * @param end null while it lasts and where nobody stated it
 */
public record HazardResponse(
        String code,
        HazardType type,
        BilingualText name,
        String glide,
        LocalDate start,
        LocalDate end,
        List<String> areas,
        SourceSummary source,
        String url,
        Sensitivity sensitivity,
        RevisionResponse revision) {

    static HazardResponse of(Hazard hazard, Map<String, SourceSummary> sources, ReadScope scope) {
        return new HazardResponse(
                hazard.code,
                hazard.type,
                hazard.name(),
                hazard.glide,
                hazard.startsOn,
                hazard.endsOn,
                hazard.areas,
                sources.get(hazard.source),
                hazard.url,
                hazard.sensitivity,
                hazard.revision().asKnownAt(scope.knownAt()));
    }
}
