package org.humdash.humanitarian.indicator;

import java.math.BigDecimal;
import java.util.List;
import org.humdash.kit.revision.RevisionResponse;
import org.humdash.vocabulary.text.BilingualText;

/**
 * An indicator with its definitions.
 *
 * @param expectedIntervalDays how many days after the last one a new figure is due; null where none is
 * @param maximum null for no limit
 * @param sourcePriority codes of the originators that come first as headline; empty for no preference
 * @param definitions the first one is the indicator's own
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
        List<DefinitionView> definitions,
        RevisionResponse revision) {

    static IndicatorResponse of(Indicator indicator) {
        IndicatorSummary summary = indicator.summary();
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
                summary.definitions(),
                indicator.revision());
    }
}
