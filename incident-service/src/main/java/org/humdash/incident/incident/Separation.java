package org.humdash.incident.incident;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds out what the incidents above a duplicate lose when it stands on its own again.
 *
 * <p>A report goes if the duplicate had it when it was merged and a merge brought it here. It stays if the incident had it
 * before, if an import has brought it since, which makes it the incident's own, or if another duplicate has it too. An
 * incident that was merged onwards has passed the report on, so the one above loses it as well.
 */
final class Separation {

    private final IncidentRepository incidents;

    Separation(IncidentRepository incidents) {
        this.incidents = incidents;
    }

    /** The incidents that lose reports, nearest first, with the reports they are left with. */
    List<IncidentRevision> of(IncidentRevision duplicate) throws SQLException {
        List<IncidentRevision> changed = new ArrayList<>();
        IncidentRevision below = duplicate;
        // The duplicate itself gives nothing any more; one that lost reports still gives those it is left with.
        List<Report> stillGiven = List.of();
        Predicate<Report> lost = report -> true;
        while (below.duplicateOf() != null) {
            IncidentRevision above = incidents.current(below.duplicateOf()).orElseThrow();
            Predicate<Report> goes = lost.and(isIn(whenMerged(below)))
                    .and(cameByMerge(above))
                    .and(isIn(stillGiven).negate())
                    .and(isIn(ofOtherDuplicates(above, below)).negate());
            List<Report> reports = above.incident().reports();
            List<Report> gone = reports.stream().filter(goes).toList();
            if (gone.isEmpty()) {
                break;
            }
            IncidentRevision left =
                    above.with(reports.stream().filter(goes.negate()).toList());
            changed.add(left);
            below = above;
            stillGiven = left.incident().reports();
            lost = isIn(gone);
        }
        return changed;
    }

    /** The reports an incident had when it became the duplicate it is. */
    private List<Report> whenMerged(IncidentRevision duplicate) throws SQLException {
        List<Report> reports = List.of();
        boolean isMerged = false;
        for (IncidentRevision revision : incidents.wholeHistory(duplicate.id())) {
            if (revision.duplicateOf() != null && !isMerged) {
                reports = revision.incident().reports();
            }
            isMerged = revision.duplicateOf() != null;
        }
        return reports;
    }

    /** Whether the revision since which the incident has a report, added and not imported, is that of a merge. */
    private Predicate<Report> cameByMerge(IncidentRevision survivor) throws SQLException {
        List<IncidentRevision> latestFirst =
                incidents.wholeHistory(survivor.id()).reversed();
        Set<Instant> merges = incidents.mergesInto(survivor.id());
        return report -> {
            Predicate<Report> isIt = report::isTheSameAs;
            return latestFirst.stream()
                    .takeWhile(
                            revision -> revision.incident().reports().stream().anyMatch(isIt.and(Report::addedByHand)))
                    .reduce((later, earlier) -> earlier)
                    .filter(since -> merges.contains(since.recordedAt()))
                    .isPresent();
        };
    }

    private List<Report> ofOtherDuplicates(IncidentRevision survivor, IncidentRevision duplicate) throws SQLException {
        return incidents.duplicates(survivor.id()).stream()
                .filter(other -> !other.id().equals(duplicate.id()))
                .flatMap(other -> other.incident().reports().stream())
                .toList();
    }

    private static Predicate<Report> isIn(List<Report> reports) {
        return report -> reports.stream().anyMatch(report::isTheSameAs);
    }
}
