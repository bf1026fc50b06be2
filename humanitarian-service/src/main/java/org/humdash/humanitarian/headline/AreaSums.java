package org.humdash.humanitarian.headline;

import static org.humdash.kit.problem.ProblemType.NOT_SUMMABLE;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.humdash.humanitarian.headline.AreaSum.AreaFigure;
import org.humdash.humanitarian.headline.AreaSum.NamedArea;
import org.humdash.humanitarian.headline.IndicatorHeadline.IndicatorView;
import org.humdash.humanitarian.indicator.IndicatorCatalogue;
import org.humdash.humanitarian.indicator.IndicatorKind;
import org.humdash.humanitarian.indicator.IndicatorSummary;
import org.humdash.humanitarian.observation.ObservationResponse;
import org.humdash.humanitarian.observation.StandingClaim;
import org.humdash.kit.revision.ReadScope;
import org.humdash.vocabulary.estimate.Estimate;
import org.humdash.vocabulary.estimate.EstimateView;
import org.humdash.vocabulary.place.Area;
import org.humdash.vocabulary.text.BilingualText;

/** Adds up the headlines of the areas inside an area, or says why it does not. */
@ApplicationScoped
class AreaSums {

    private final Headlines headlines;
    private final IndicatorCatalogue indicators;
    private final Policies policies;

    AreaSums(Headlines headlines, IndicatorCatalogue indicators, Policies policies) {
        this.headlines = headlines;
        this.indicators = indicators;
        this.policies = policies;
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 409 when the figures are not to be added up */
    AreaSum of(AreaSumFilter filter, ReadScope scope) {
        List<Area> children = filter.children();
        IndicatorSummary indicator = HeadlineFilter.indicator(filter.indicator, indicators.offeredAt(scope.knownAt()));
        if (indicator.kind() == IndicatorKind.RATIO) {
            throw refused(new BilingualText(
                    indicator.code() + " is a share or an average: those of several areas do not add up.",
                    "المؤشر " + indicator.code() + " نسبة أو متوسط، ولا تُجمع نسب مناطق عدة."));
        }
        PolicyResponse policy =
                policies.of(Map.of(indicator.code(), indicator), scope).get(indicator.code());
        List<String> read = new ArrayList<>(codes(children));
        read.add(filter.area);
        Map<String, List<StandingClaim>> claims = headlines.claims(read, indicator, policy, scope);
        Map<String, StandingClaim> terms = new TreeMap<>();
        for (String child : codes(children)) {
            List<StandingClaim> asked = claims.getOrDefault(child, List.of()).stream()
                    .filter(filter::asksFor)
                    .toList();
            Chosen.of(asked, policy.sourcePriority()).ifPresent(chosen -> terms.put(child, chosen.claim()));
        }
        requireOneSeries(terms);
        return answer(filter, scope, children, indicator, terms, claims.getOrDefault(filter.area, List.of()));
    }

    private AreaSum answer(
            AreaSumFilter filter,
            ReadScope scope,
            List<Area> children,
            IndicatorSummary indicator,
            Map<String, StandingClaim> terms,
            List<StandingClaim> ofWhole) {
        Optional<StandingClaim> any = terms.values().stream().findFirst();
        Optional<ObservationResponse> common = any.map(StandingClaim::shown);
        Optional<Estimate> sum = any.map(some -> Estimate.sum(
                terms.values().stream().map(StandingClaim::estimate).toList()));
        boolean isComplete = terms.size() == children.size();
        Optional<Population> population = isComplete && Population.divides(indicator)
                ? headlines.population(filter.area, scope)
                : Optional.empty();
        Optional<StandingClaim> stated = any.flatMap(some -> ofWhole.stream()
                .filter(StandingClaim::isAboutAll)
                .filter(claim -> SumTerms.of(claim).equals(SumTerms.of(some)))
                .findFirst());
        return new AreaSum(
                filter.area,
                IndicatorView.of(indicator),
                scope.asOf(),
                scope.knownAt(),
                common.map(ObservationResponse::originator).orElse(null),
                common.map(ObservationResponse::definition).orElse(null),
                common.map(ObservationResponse::hazard).orElse(null),
                common.map(ObservationResponse::validFrom).orElse(null),
                common.map(ObservationResponse::validTo).orElse(null),
                sum.map(total -> EstimateView.of(total, indicator.unitSuffix())).orElse(null),
                isComplete,
                reason(terms.size(), children.size()),
                population.map(Population::population).orElse(null),
                population.flatMap(people -> sum.map(people::perThousand)).orElse(null),
                children.stream()
                        .filter(area -> terms.containsKey(area.pcode().value()))
                        .map(area -> new AreaFigure(
                                area.pcode().value(),
                                area.name(),
                                terms.get(area.pcode().value()).shown()))
                        .toList(),
                children.stream()
                        .filter(area -> !terms.containsKey(area.pcode().value()))
                        .map(area -> new NamedArea(area.pcode().value(), area.name()))
                        .toList(),
                stated.map(StandingClaim::shown).orElse(null),
                isComplete ? residual(stated, sum) : null);
    }

    private static void requireOneSeries(Map<String, StandingClaim> terms) {
        List<SumConflict> conflicts = SumConflict.among(terms.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> SumTerms.of(entry.getValue()))));
        if (!conflicts.isEmpty()) {
            BilingualText reason = SumConflict.reason(conflicts);
            throw NOT_SUMMABLE
                    .with(reason.en())
                    .with("reason", reason)
                    .with("conflicts", conflicts)
                    .build();
        }
    }

    private static RuntimeException refused(BilingualText reason) {
        return NOT_SUMMABLE.with(reason.en()).with("reason", reason).build();
    }

    private static BilingualText reason(int found, int all) {
        if (found == 0) {
            return new BilingualText(
                    "No area inside has a figure; missing is not zero.", "لا رقم لأي منطقة داخلة؛ والغائب ليس صفرًا.");
        }
        return found == all
                ? new BilingualText(
                        "All " + all + " areas inside are in the sum.",
                        "المجموع يشمل جميع المناطق الداخلة، وعددها " + all + ".")
                : new BilingualText(
                        found + " of " + all
                                + " areas inside are in the sum; the others have no figure, which is not zero.",
                        "المجموع يشمل " + found + " من " + all + " مناطق داخلة؛ ولا رقم للأخرى، والغائب ليس صفرًا.");
    }

    private static BigDecimal residual(Optional<StandingClaim> stated, Optional<Estimate> sum) {
        return stated.flatMap(claim -> claim.estimate().stated())
                .flatMap(whole -> sum.flatMap(Estimate::stated).map(whole::subtract))
                .orElse(null);
    }

    private static List<String> codes(List<Area> areas) {
        return areas.stream().map(area -> area.pcode().value()).toList();
    }
}
