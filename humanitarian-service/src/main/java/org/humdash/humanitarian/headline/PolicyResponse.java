package org.humdash.humanitarian.headline;

import java.util.List;
import java.util.stream.Stream;
import org.humdash.humanitarian.headline.HeadlinePolicy.Rule;
import org.humdash.humanitarian.indicator.IndicatorSummary;
import org.humdash.kit.revision.ReadScope;
import org.humdash.kit.revision.RevisionResponse;
import org.humdash.vocabulary.access.Clearance;
import org.humdash.vocabulary.text.BilingualText;

/**
 * How the headline of an indicator is chosen.
 *
 * @param sourcePriority codes of the originators that come before all others, first one first
 * @param rules what is gone through, in this order; it is the same for every indicator
 * @param note why the order was set so; null for the order that the indicator came with
 * @param recordedBy the account that set it, for staff only
 * @param revision null for the order that the indicator came with
 */
record PolicyResponse(
        String indicator,
        List<String> sourcePriority,
        List<Rule> rules,
        BilingualText note,
        String recordedBy,
        RevisionResponse revision) {

    private static final List<Rule> RULES = Stream.of(Rule.values()).toList();

    static PolicyResponse of(PolicySetting setting, ReadScope scope) {
        return new PolicyResponse(
                setting.indicator,
                List.copyOf(setting.sourcePriority),
                RULES,
                setting.note(),
                scope.clearance() == Clearance.STAFF ? setting.recordedBy : null,
                setting.revision().asKnownAt(scope.knownAt()));
    }

    static PolicyResponse ofOrigin(IndicatorSummary indicator) {
        return new PolicyResponse(indicator.code(), indicator.sourcePriority(), RULES, null, null, null);
    }
}
