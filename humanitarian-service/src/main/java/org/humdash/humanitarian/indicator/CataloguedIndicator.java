package org.humdash.humanitarian.indicator;

import java.util.List;
import java.util.Optional;

/** An indicator with the history of each of its definitions; the first one is its own. */
public record CataloguedIndicator(IndicatorSummary summary, List<DefinitionHistory> definitions) {

    public Optional<DefinitionHistory> definition(String code) {
        return definitions.stream()
                .filter(definition -> definition.code().equals(code))
                .findFirst();
    }
}
