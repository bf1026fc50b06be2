package org.humdash.humanitarian.headline;

import static org.humdash.kit.problem.ProblemType.INVALID_BODY;
import static org.humdash.kit.problem.ProblemType.NOT_FOUND;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.humdash.humanitarian.indicator.IndicatorCatalogue;
import org.humdash.humanitarian.indicator.IndicatorSummary;
import org.humdash.humanitarian.source.SourceDesk;
import org.humdash.humanitarian.source.Sources;
import org.humdash.kit.revision.ReadScope;
import org.humdash.kit.revision.Recorder.Recorded;
import org.humdash.kit.revision.Reviser;

/** The orders of sources by which headlines are chosen: as they were set, or else as the indicators came with. */
@ApplicationScoped
class Policies {

    private final PolicyRepository settings;
    private final IndicatorCatalogue indicators;
    private final Sources sources;
    private final Reviser reviser;

    Policies(PolicyRepository settings, IndicatorCatalogue indicators, Sources sources, Reviser reviser) {
        this.settings = settings;
        this.indicators = indicators;
        this.sources = sources;
        this.reviser = reviser;
    }

    /** The policy of each indicator as it was known then, by the indicator's code. */
    Map<String, PolicyResponse> of(Map<String, IndicatorSummary> asked, ReadScope scope) {
        Map<String, PolicyResponse> policies = new HashMap<>();
        asked.forEach((code, indicator) -> policies.put(code, PolicyResponse.ofOrigin(indicator)));
        settings.all(scope).stream()
                .filter(setting -> asked.containsKey(setting.indicator))
                .forEach(setting -> policies.put(setting.indicator, PolicyResponse.of(setting, scope)));
        return policies;
    }

    List<PolicyResponse> all(ReadScope scope) {
        return of(indicators.knownAt(scope.knownAt()), scope).values().stream()
                .sorted(Comparator.comparing(PolicyResponse::indicator))
                .toList();
    }

    PolicyResponse get(String indicator, ReadScope scope) {
        return settings.byIndicator(indicator, scope)
                .map(setting -> PolicyResponse.of(setting, scope))
                .orElseGet(() -> PolicyResponse.ofOrigin(known(indicator, indicators.knownAt(scope.knownAt()))));
    }

    List<PolicyResponse> revisions(String indicator, ReadScope scope) {
        known(indicator, indicators.knownAt(scope.knownAt()));
        return settings.revisions(indicator, scope).stream()
                .map(setting -> PolicyResponse.of(setting, scope))
                .toList();
    }

    /** Returns whether it was set for the first time. */
    @Transactional
    boolean set(String indicator, PolicyRequest request, Optional<Integer> expected, String account) {
        known(indicator, indicators.current());
        SourceDesk desk = sources.open();
        request.sourcePriority().stream()
                .filter(code -> !desk.knows(code))
                .findFirst()
                .ifPresent(code -> {
                    throw INVALID_BODY.because(
                            "Source " + code + " is not registered. Register it at /api/v1/sources first.");
                });
        Recorded<PolicySetting> recorded = reviser.put(
                () -> settings.current(indicator),
                known -> known.says(request),
                () -> PolicySetting.of(indicator, request, account),
                expected,
                "The policy of " + indicator);
        desk.keep();
        return recorded.created();
    }

    private static IndicatorSummary known(String code, Map<String, IndicatorSummary> catalogue) {
        IndicatorSummary indicator = catalogue.get(code);
        if (indicator == null) {
            throw NOT_FOUND.because("No indicator has the code " + code + ".");
        }
        return indicator;
    }
}
