package org.humdash.humanitarian.indicator;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.humdash.vocabulary.text.BilingualText;

/**
 * An indicator as other features need it.
 *
 * @param unit what one is of: people, tents, percent
 * @param expectedIntervalDays how many days after the last one a new figure is due; null where none is
 * @param minimum the least value that can be meant
 * @param maximum the greatest value that can be meant; null for no limit
 * @param sourcePriority codes of the originators that come first as headline, first one first; empty for no preference
 * @param definitions the indicator's own, whose code is the indicator's, and the others
 */
public record IndicatorSummary(
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
        List<DefinitionView> definitions) {

    public Optional<DefinitionView> definition(String code) {
        return definitions.stream()
                .filter(definition -> definition.code().equals(code))
                .findFirst();
    }

    /** What is printed after a number: "%" for percent, nothing for a count, whose unit stands beside it. */
    public String unitSuffix() {
        return unit.equals("percent") ? "%" : "";
    }
}
