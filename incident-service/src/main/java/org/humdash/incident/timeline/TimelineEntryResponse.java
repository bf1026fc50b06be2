package org.humdash.incident.timeline;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.humdash.incident.source.SourceSummary;
import org.humdash.kit.revision.RevisionResponse;
import org.humdash.vocabulary.text.BilingualText;

/**
 * An entry of the timeline and who reports it.
 *
 * @param date the day it happened, or the day it is announced for when the kind is EXPECTED
 */
record TimelineEntryResponse(
        String reference,
        LocalDate date,
        TimelineKind kind,
        BilingualText title,
        List<String> participants,
        SourceSummary source,
        String url,
        LocalDate publishedOn,
        RevisionResponse revision) {

    static TimelineEntryResponse of(TimelineEntry entry, Map<String, SourceSummary> sources) {
        return new TimelineEntryResponse(
                entry.reference,
                entry.date,
                entry.kind,
                entry.title(),
                entry.participants,
                sources.get(entry.source),
                entry.url,
                entry.publishedOn,
                entry.revision());
    }
}
