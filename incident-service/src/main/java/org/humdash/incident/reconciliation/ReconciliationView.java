package org.humdash.incident.reconciliation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.humdash.incident.ceasefire.CeasefireSummary;
import org.humdash.incident.claim.ClaimFigure;
import org.humdash.incident.claim.ClaimStatement;
import org.humdash.incident.reconciliation.ReconciliationResponse.ClaimView;
import org.humdash.incident.reconciliation.ReconciliationResponse.DocumentedView;
import org.humdash.incident.reconciliation.ReconciliationResponse.IntervalView;
import org.humdash.incident.reconciliation.ReconciliationResponse.PartView;
import org.humdash.incident.reconciliation.ReconciliationResponse.PointView;
import org.humdash.incident.source.SourceSummary;
import org.humdash.incident.violation.ViolationType;
import org.humdash.vocabulary.estimate.Estimate;
import org.humdash.vocabulary.estimate.EstimateView;
import org.humdash.vocabulary.time.DayCounts;

/** Puts what was found about a claim into the form it is shown in. */
record ReconciliationView(Map<String, SourceSummary> sources, Map<String, CeasefireSummary> ceasefires) {

    /**
     * @param findings empty where the claim is about days of which none was monitored
     * @param step its place in its series; empty for a relay
     */
    ReconciliationResponse of(ClaimFigure claim, Optional<Findings> findings, Optional<Trail.Step> step) {
        Optional<Documented> documented = findings.map(Findings::documented);
        Optional<Comparison> comparison = documented.map(found -> new Comparison(claim.estimate(), found.figure()));
        return new ReconciliationResponse(
                claim(claim),
                documented.map(DocumentedView::of).orElse(null),
                comparison.flatMap(Comparison::gap).orElse(null),
                comparison.flatMap(Comparison::coverage).orElse(null),
                claim.residual(),
                findings.map(found -> parts(claim, found)).orElse(List.of()),
                flags(comparison, step),
                step.flatMap(Trail.Step::sincePrevious)
                        .map(interval -> interval(interval, claim))
                        .orElse(null));
    }

    private ClaimView claim(ClaimFigure claim) {
        return new ClaimView(
                claim.id(),
                claim.reference(),
                claim.series().ceasefire(),
                claim.series().area(),
                claim.series().measure(),
                EstimateView.of(claim.estimate()),
                sources.get(claim.series().originator()),
                claim.publisher() == null ? null : sources.get(claim.publisher()),
                claim.relayOf(),
                claim.series().validFrom(),
                claim.validTo(),
                dayCounts(claim, claim.validTo()),
                claim.statedDays(),
                claim.dayCount(),
                claim.publishedOn(),
                claim.revision());
    }

    private static List<PartView> parts(ClaimFigure claim, Findings findings) {
        return findings.byType().entrySet().stream()
                .map(part -> part(part.getKey(), claim.parts().get(part.getKey()), part.getValue()))
                .toList();
    }

    private static PartView part(ViolationType type, Estimate claimed, Documented documented) {
        Comparison comparison = new Comparison(claimed, documented.figure());
        return new PartView(
                type,
                type.label(),
                EstimateView.of(claimed),
                DocumentedView.of(documented),
                comparison.gap().orElse(null),
                comparison.coverage().orElse(null));
    }

    private static List<Flag> flags(Optional<Comparison> comparison, Optional<Trail.Step> step) {
        return Stream.concat(
                        comparison
                                .flatMap(Comparison::documentedAboveClaimed)
                                .map(sure -> new Flag(Flag.Code.DOCUMENTED_ABOVE_CLAIMED, sure, null))
                                .stream(),
                        step.flatMap(Trail.Step::revisedDown).stream())
                .toList();
    }

    private IntervalView interval(Interval interval, ClaimFigure claim) {
        return new IntervalView(
                point(interval.earlier(), claim),
                point(interval.later(), claim),
                interval.days(),
                interval.increase().orElse(null),
                interval.perDay().map(EstimateView::of).orElse(null));
    }

    private PointView point(ClaimStatement statement, ClaimFigure claim) {
        return new PointView(
                statement.id(),
                statement.validTo(),
                dayCounts(claim, statement.validTo()),
                statement.statedDays(),
                statement.dayCount());
    }

    private DayCounts dayCounts(ClaimFigure claim, LocalDate day) {
        return DayCounts.between(ceasefires.get(claim.series().ceasefire()).effectiveOn(), day);
    }
}
