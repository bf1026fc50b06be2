package org.humdash.humanitarian.indicator;

import java.math.BigDecimal;
import java.time.LocalDate;
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
 * @param definitions the indicator's own, whose code is the indicator's, and the others, in the words of today
 * @param histories the same through the changes of their methods
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
        List<DefinitionView> definitions,
        List<DefinitionHistory> histories) {

    public Optional<DefinitionView> definition(String code) {
        return definitions.stream()
                .filter(definition -> definition.code().equals(code))
                .findFirst();
    }

    /** A definition as a figure follows it whose period ends on a day. */
    public Optional<DefinitionView> definition(String code, LocalDate validTo) {
        return history(code)
                .map(history -> new DefinitionView(code, history.on(validTo).text()));
    }

    /** A definition through the changes of its method. */
    public Optional<DefinitionHistory> history(String code) {
        return histories.stream().filter(history -> history.code().equals(code)).findFirst();
    }

    /** What is printed after a number: "%" for percent, nothing for a count, whose unit stands beside it. */
    public String unitSuffix() {
        return unit.equals("percent") ? "%" : "";
    }
}
