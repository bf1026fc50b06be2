package org.humdash.humanitarian.lint;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.humdash.humanitarian.source.SourceSummary;
import org.humdash.vocabulary.estimate.EstimateView;
import org.humdash.vocabulary.lint.Finding;

/**
 * An observation and what was noticed about it.
 *
 * @param definition code of the definition the figure follows
 * @param publisher who passed the statement on; null when the originator published it
 * @param findings empty where nothing was noticed; they change nothing in the observation
 */
record ObservationFindingsResponse(
        UUID id,
        String reference,
        String indicator,
        String area,
        String definition,
        EstimateView estimate,
        String unit,
        SourceSummary originator,
        SourceSummary publisher,
        LocalDate validFrom,
        LocalDate validTo,
        LocalDate publishedOn,
        List<Finding> findings) {}
