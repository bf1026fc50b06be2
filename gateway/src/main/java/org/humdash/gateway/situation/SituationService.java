package org.humdash.gateway.situation;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.humdash.gateway.peer.PeerAnswer;
import org.humdash.gateway.peer.PeerClient;
import org.humdash.gateway.peer.PeerFailure;
import org.humdash.gateway.problem.ProblemType;
import org.humdash.gateway.problem.Problems;
import org.jboss.logging.Logger;

/** Composes the situation: asks for all sections at once and serves those that came. */
@ApplicationScoped
class SituationService {

    private static final Logger LOG = Logger.getLogger(SituationService.class);

    private final PeerClient client;
    private final SectionMeters meters;
    private final Map<SectionName, String> lastOutcomes = new ConcurrentHashMap<>();

    SituationService(PeerClient client, SectionMeters meters) {
        this.client = client;
        this.meters = meters;
    }

    /**
     * Waits until each section has come or failed, so for about one section's time-out at most.
     *
     * @throws HttpProblem only if incident-service says that there is no such ceasefire
     */
    SituationResponse compose(SituationQuery query) {
        Map<SectionName, CompletableFuture<PeerAnswer>> asked = new EnumMap<>(SectionName.class);
        for (SectionName name : SectionName.values()) {
            asked.put(name, ask(name, query));
        }
        Map<SectionName, Section> sections = new EnumMap<>(SectionName.class);
        boolean unknown = false;
        for (SectionName name : SectionName.values()) {
            try {
                sections.put(name, Section.available(answer(asked.get(name)).json()));
                outcome(name, SectionMeters.AVAILABLE, null);
            } catch (PeerFailure failure) {
                sections.put(name, Section.unavailable(failure.getMessage()));
                outcome(name, failure.kind().label(), failure);
                unknown |= name == SectionName.CEASEFIRE && failure.kind() == PeerFailure.Kind.UNKNOWN;
            }
        }
        if (unknown) {
            throw Problems.of(
                            ProblemType.UNKNOWN_CEASEFIRE,
                            "No ceasefire " + query.ceasefire() + " was recorded by " + query.knownAt()
                                    + ". GET /api/v1/ceasefires lists those that are.")
                    .build();
        }
        return SituationResponse.of(
                query,
                new SituationResponse.Sections(
                        sections.get(SectionName.CEASEFIRE),
                        sections.get(SectionName.CLAIMS),
                        sections.get(SectionName.INDICATORS),
                        sections.get(SectionName.TIMELINE)));
    }

    private CompletableFuture<PeerAnswer> ask(SectionName name, SituationQuery query) {
        long start = System.nanoTime();
        return client.ask(name.peer(), name.target(query))
                .whenComplete((answer, failure) -> meters.took(name, Duration.ofNanos(System.nanoTime() - start)));
    }

    private static PeerAnswer answer(CompletableFuture<PeerAnswer> asked) throws PeerFailure {
        try {
            return asked.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof PeerFailure failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Logged when it changes, not each time: a service that is down for an hour is one line, and another when it is back. */
    private void outcome(SectionName name, String outcome, PeerFailure failure) {
        meters.count(name, outcome);
        if (failure != null && failure.kind() == PeerFailure.Kind.UNKNOWN) {
            return;
        }
        String before = lastOutcomes.put(name, outcome);
        if (failure != null && !outcome.equals(before)) {
            LOG.warnf("Section %s is unavailable: %s", name.label(), failure.getMessage());
        } else if (failure == null && before != null && !outcome.equals(before)) {
            LOG.infof("Section %s is available again", name.label());
        }
    }
}
