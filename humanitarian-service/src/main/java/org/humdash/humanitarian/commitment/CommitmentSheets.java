package org.humdash.humanitarian.commitment;

import static org.humdash.kit.problem.ProblemType.INVALID_BODY;
import static org.humdash.kit.problem.ProblemType.NOT_FOUND;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.humdash.humanitarian.indicator.IndicatorCatalogue;
import org.humdash.humanitarian.indicator.IndicatorSummary;
import org.humdash.humanitarian.observation.ObservationResponse;
import org.humdash.humanitarian.observation.StandingClaim;
import org.humdash.humanitarian.observation.StandingObservations;
import org.humdash.humanitarian.source.SourceDesk;
import org.humdash.humanitarian.source.SourceSummary;
import org.humdash.humanitarian.source.Sources;
import org.humdash.kit.revision.ReadScope;
import org.humdash.kit.revision.Recorder;
import org.humdash.kit.revision.Reviser;

/** Records commitments and puts what sources state came of them on one sheet. */
@ApplicationScoped
class CommitmentSheets {

    private final CommitmentRepository commitments;
    private final StandingObservations standing;
    private final IndicatorCatalogue indicators;
    private final Sources sources;
    private final Recorder recorder;
    private final Reviser reviser;

    CommitmentSheets(
            CommitmentRepository commitments,
            StandingObservations standing,
            IndicatorCatalogue indicators,
            Sources sources,
            Recorder recorder,
            Reviser reviser) {
        this.commitments = commitments;
        this.standing = standing;
        this.indicators = indicators;
        this.sources = sources;
        this.recorder = recorder;
        this.reviser = reviser;
    }

    /** One commitment and what every source states came of it. */
    record Sheet(CommitmentResponse commitment, List<SheetLine> lines) {}

    List<Sheet> of(String ceasefire, ReadScope scope) {
        Map<String, SourceSummary> names = sources.quoted();
        Map<String, IndicatorSummary> known = indicators.knownAt(scope.knownAt());
        return commitments.of(ceasefire, scope).stream()
                .map(commitment ->
                        new Sheet(CommitmentResponse.of(commitment, names, scope), lines(commitment, known, scope)))
                .toList();
    }

    CommitmentResponse get(String ceasefire, String code, ReadScope scope) {
        return commitments
                .byCode(ceasefire, code, scope)
                .map(commitment -> CommitmentResponse.of(commitment, sources.quoted(), scope))
                .orElseThrow(() -> unknown(ceasefire, code));
    }

    List<CommitmentResponse> revisions(String ceasefire, String code, ReadScope scope) {
        Map<String, SourceSummary> names = sources.quoted();
        List<CommitmentResponse> revisions = commitments.revisions(ceasefire, code, scope).stream()
                .map(commitment -> CommitmentResponse.of(commitment, names, scope))
                .toList();
        if (revisions.isEmpty()) {
            throw unknown(ceasefire, code);
        }
        return revisions;
    }

    /** Returns whether it is new. */
    @Transactional
    boolean create(CommitmentRequest request, String account) {
        SourceDesk desk = checked(request);
        return recorder.once(
                        () -> commitments.current(request.ceasefire(), request.code()),
                        known -> known.says(request),
                        () -> written(request, desk, account),
                        name(request))
                .created();
    }

    @Transactional
    void revise(CommitmentRequest request, int expected, String account) {
        if (commitments.current(request.ceasefire(), request.code()).isEmpty()) {
            throw unknown(request.ceasefire(), request.code());
        }
        SourceDesk desk = checked(request);
        reviser.put(
                () -> commitments.current(request.ceasefire(), request.code()),
                known -> known.says(request),
                () -> written(request, desk, account),
                Optional.of(expected),
                name(request));
    }

    /** The source is kept first: a commitment refers to it. */
    private static Commitment written(CommitmentRequest request, SourceDesk desk, String account) {
        desk.keep();
        return Commitment.of(request, account);
    }

    private SourceDesk checked(CommitmentRequest request) {
        List<String> problems = new CommitmentRules(indicators.current()).problems(request);
        if (!problems.isEmpty()) {
            throw INVALID_BODY.because(String.join(" ", problems));
        }
        SourceDesk desk = sources.open();
        if (!desk.knows(request.source())) {
            throw INVALID_BODY.because(
                    "Source " + request.source() + " is not registered. Register it at /api/v1/sources first.");
        }
        return desk;
    }

    private List<SheetLine> lines(Commitment commitment, Map<String, IndicatorSummary> known, ReadScope scope) {
        Map<String, IndicatorSummary> read = new LinkedHashMap<>();
        Stream.concat(
                        commitment.delivered.stream(),
                        Stream.of(commitment.statedExpected, commitment.statedPercent)
                                .filter(Objects::nonNull))
                .filter(known::containsKey)
                .forEach(code -> read.put(code, known.get(code)));
        Promise promise = commitment.promise();
        List<StandingClaim> claims = standing.find(List.of(commitment.area), read, Map.of(), scope).stream()
                .filter(StandingClaim::isAboutAll)
                .filter(claim -> promise.concerns(
                        claim.shown().validFrom(), claim.shown().validTo()))
                .toList();
        return claims.stream()
                .filter(claim -> commitment.delivered.contains(claim.shown().indicator()))
                .sorted(Comparator.comparingInt((StandingClaim claim) ->
                                commitment.delivered.indexOf(claim.shown().indicator()))
                        .thenComparing(claim -> claim.shown().originator().code()))
                .map(claim -> SheetLine.of(
                        promise,
                        known.get(claim.shown().indicator()),
                        claim,
                        beside(claim, commitment.statedExpected, claims),
                        beside(claim, commitment.statedPercent, claims)))
                .toList();
    }

    /**
     * What the same source states of another indicator for the same period: in the same publication where there is one, else
     * the first of those there are, a statement before its relays.
     */
    private static Optional<StandingClaim> beside(StandingClaim claim, String indicator, List<StandingClaim> claims) {
        ObservationResponse shown = claim.shown();
        List<StandingClaim> same = claims.stream()
                .filter(other -> other.shown().indicator().equals(indicator)
                        && other.shown()
                                .originator()
                                .code()
                                .equals(shown.originator().code())
                        && other.shown().validFrom().equals(shown.validFrom())
                        && other.shown().validTo().equals(shown.validTo()))
                .toList();
        return same.stream()
                .filter(other -> Objects.equals(other.shown().publisher(), shown.publisher()))
                .findFirst()
                .or(() -> same.stream().findFirst());
    }

    private static String name(CommitmentRequest request) {
        return "Commitment " + request.code() + " of " + request.ceasefire();
    }

    private static RuntimeException unknown(String ceasefire, String code) {
        return NOT_FOUND.because("No commitment of " + ceasefire + " has the code " + code + ".");
    }
}
