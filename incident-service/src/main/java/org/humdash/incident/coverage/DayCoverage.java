package org.humdash.incident.coverage;

import java.util.List;

/**
 * What all sources together did on one day. The rule: a day is covered when at least one source gives REPORTED or NIL
 * for it, whatever the others give; sources do not outvote each other. A day that has only PARTIAL is not covered and so
 * never quiet, and is shown as partial. Anything else, no statement at all included, is no report.
 *
 * @param sources by the code of the source
 */
public record DayCoverage(List<SourceCoverage> sources) {

    /** A day that no source says anything about. */
    public static final DayCoverage NONE = new DayCoverage(List.of());

    public DayCoverage {
        sources = List.copyOf(sources);
    }

    public boolean isCovered() {
        return sources.stream().anyMatch(source -> source.status().covers());
    }

    /** Whether the day has partial reports and nothing better. */
    public boolean isPartial() {
        return !isCovered() && sources.stream().anyMatch(source -> source.status() == CoverageStatus.PARTIAL);
    }
}
