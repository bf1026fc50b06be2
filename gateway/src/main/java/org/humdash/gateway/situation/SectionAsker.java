package org.humdash.gateway.situation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.humdash.gateway.account.Account;
import org.humdash.gateway.peer.PeerAnswer;
import org.humdash.gateway.peer.PeerClient;
import org.humdash.gateway.peer.PeerFailure;
import org.humdash.gateway.token.Tokens;

/** Asks the services for sections, all at once, in the name of the caller. */
@ApplicationScoped
class SectionAsker {

    private final PeerClient client;
    private final Tokens tokens;
    private final SectionTimeouts timeouts;
    private final SectionMeters meters;

    SectionAsker(PeerClient client, Tokens tokens, SectionTimeouts timeouts, SectionMeters meters) {
        this.client = client;
        this.tokens = tokens;
        this.timeouts = timeouts;
        this.meters = meters;
    }

    /** What became of a question: one of the two is null. */
    record Outcome(SectionAnswer answer, PeerFailure failure) {

        boolean isRead() {
            return answer != null;
        }

        boolean isUnknown() {
            return failure != null && failure.kind() == PeerFailure.Kind.UNKNOWN;
        }
    }

    /** Waits until each section has come or failed, so for the longest time-out at most. */
    Map<SectionName, Outcome> ask(Set<SectionName> sections, SituationQuery query, Optional<Account> account) {
        Optional<String> token = account.map(tokens::of);
        Map<SectionName, CompletableFuture<PeerAnswer>> asked = new EnumMap<>(SectionName.class);
        for (SectionName name : sections) {
            long start = System.nanoTime();
            asked.put(
                    name,
                    client.ask(name.peer(), name.target(query), token, timeouts.of(name))
                            .whenComplete((answer, failure) ->
                                    meters.took(name, Duration.ofNanos(System.nanoTime() - start))));
        }
        Map<SectionName, Outcome> outcomes = new EnumMap<>(SectionName.class);
        asked.forEach((name, answer) -> outcomes.put(name, outcome(answer, query)));
        return outcomes;
    }

    private static Outcome outcome(CompletableFuture<PeerAnswer> asked, SituationQuery query) {
        try {
            return new Outcome(SectionAnswer.of(asked.get(), query), null);
        } catch (PeerFailure failure) {
            return new Outcome(null, failure);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof PeerFailure failure) {
                return new Outcome(null, failure);
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
