package org.humdash.gateway.situation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.humdash.gateway.account.Account;
import org.humdash.gateway.peer.PeerAnswer;
import org.humdash.gateway.peer.PeerClient;
import org.humdash.gateway.question.Outcome;
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

    /** Waits until each section has come or failed, so for the longest time-out at most. */
    Map<SectionName, Outcome<SectionAnswer>> ask(
            Set<SectionName> sections, SituationQuery query, Optional<Account> account) {
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
        Map<SectionName, Outcome<SectionAnswer>> outcomes = new EnumMap<>(SectionName.class);
        asked.forEach((name, answer) -> outcomes.put(name, Outcome.of(answer, sent -> SectionAnswer.of(sent, query))));
        return outcomes;
    }
}
