package org.humdash.incident.ceasefire;

import static org.humdash.kit.problem.ProblemType.INVALID_BODY;
import static org.humdash.kit.problem.ProblemType.NOT_FOUND;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import org.humdash.incident.source.SourceRegister;
import org.humdash.incident.source.SourceSummary;
import org.humdash.kit.revision.ReadScope;
import org.humdash.kit.revision.Recorder;

@ApplicationScoped
class CeasefireService {

    private final CeasefireRepository ceasefires;
    private final PhaseRepository phases;
    private final CommitmentRepository commitments;
    private final SourceRegister sources;
    private final Recorder recorder;

    CeasefireService(
            CeasefireRepository ceasefires,
            PhaseRepository phases,
            CommitmentRepository commitments,
            SourceRegister sources,
            Recorder recorder) {
        this.ceasefires = ceasefires;
        this.phases = phases;
        this.commitments = commitments;
        this.sources = sources;
        this.recorder = recorder;
    }

    List<CeasefireResponse> all(ReadScope scope) {
        Map<String, SourceSummary> names = sources.knownAt(scope.knownAt());
        return ceasefires.all(scope).stream()
                .map(ceasefire -> response(ceasefire, names, scope))
                .toList();
    }

    CeasefireResponse get(String code, ReadScope scope) {
        Ceasefire ceasefire = ceasefires.byCode(code, scope).orElseThrow(() -> unknown(code));
        return response(ceasefire, sources.knownAt(scope.knownAt()), scope);
    }

    /** Returns whether it is new. */
    boolean create(CeasefireRequest request) {
        return recorder.once(
                        () -> ceasefires.current(request.code()),
                        known -> known.says(request),
                        () -> Ceasefire.from(request),
                        "Ceasefire " + request.code())
                .created();
    }

    /** Returns whether it is new. */
    @Transactional
    boolean addPhase(String code, PhaseRequest request) {
        check(code, request.source());
        return recorder.once(
                        () -> phases.current(code, request.number()),
                        known -> known.says(request),
                        () -> Phase.from(code, request),
                        "Phase " + request.number() + " of " + code)
                .created();
    }

    /** Returns whether it is new. */
    @Transactional
    boolean addCommitment(String code, CommitmentRequest request) {
        check(code, request.source());
        return recorder.once(
                        () -> commitments.current(code, request.code()),
                        known -> known.says(request),
                        () -> Commitment.from(code, request),
                        "Commitment " + request.code() + " of " + code)
                .created();
    }

    private void check(String code, String source) {
        if (ceasefires.current(code).isEmpty()) {
            throw unknown(code);
        }
        if (!sources.codes().contains(source)) {
            throw INVALID_BODY.because(
                    "Source " + source + " is not registered. Register it at /api/v1/sources first.");
        }
    }

    private CeasefireResponse response(Ceasefire ceasefire, Map<String, SourceSummary> names, ReadScope scope) {
        return CeasefireResponse.of(
                ceasefire,
                phases.of(ceasefire.code, scope).stream()
                        .map(phase -> PhaseResponse.of(phase, names))
                        .toList(),
                commitments.of(ceasefire.code, scope).stream()
                        .map(commitment -> CommitmentResponse.of(commitment, names))
                        .toList(),
                scope);
    }

    private static RuntimeException unknown(String code) {
        return NOT_FOUND.because("No ceasefire has the code " + code + ".");
    }
}
