package org.humdash.humanitarian.indicator;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.humdash.kit.revision.ReadScope;
import org.humdash.kit.revision.RevisionResponse;
import org.humdash.vocabulary.access.Clearance;
import org.humdash.vocabulary.text.BilingualText;

/**
 * An indicator with its definitions.
 *
 * @param expectedIntervalDays how many days after the last one a new figure is due; null where none is
 * @param maximum null for no limit
 * @param sourcePriority the order of originators it came with; the one that holds is its headline policy
 * @param cluster which cluster follows it; null where several do
 * @param definitions the first one is the indicator's own
 * @param terms the indicators its figures are reckoned from, by code; left out where there are none
 * @param revisionNote why it was changed, in words, and by which account; for staff only
 */
record IndicatorResponse(
        String code,
        BilingualText name,
        String unit,
        IndicatorKind kind,
        Aggregation aggregation,
        Integer expectedIntervalDays,
        BigDecimal minimum,
        BigDecimal maximum,
        boolean wholeNumbers,
        String hxlTag,
        List<String> sourcePriority,
        ClusterView cluster,
        List<DefinitionHistory> definitions,
        @JsonInclude(JsonInclude.Include.NON_NULL) IndicatorTerms terms,
        RevisionResponse revision,
        @JsonInclude(JsonInclude.Include.NON_NULL) String revisionNote,
        @JsonInclude(JsonInclude.Include.NON_NULL) String recordedBy) {

    /** A cluster with its name. */
    record ClusterView(Cluster code, BilingualText name) {}

    static IndicatorResponse of(Indicator indicator, ReadScope scope) {
        IndicatorSummary summary = indicator.summary();
        boolean isForStaff = scope.clearance() == Clearance.STAFF;
        return new IndicatorResponse(
                summary.code(),
                summary.name(),
                summary.unit(),
                summary.kind(),
                summary.aggregation(),
                summary.expectedIntervalDays(),
                summary.minimum(),
                summary.maximum(),
                summary.wholeNumbers(),
                summary.hxlTag(),
                summary.sourcePriority(),
                indicator.cluster == null ? null : new ClusterView(indicator.cluster, indicator.cluster.label()),
                indicator.definitions(),
                indicator.terms.isEmpty() ? null : indicator.terms(),
                indicator.revision().asKnownAt(scope.knownAt()),
                isForStaff ? indicator.revisionNote : null,
                isForStaff ? indicator.recordedBy : null);
    }
}
