package org.humdash.gateway.question;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.humdash.gateway.account.Account;
import org.humdash.gateway.peer.PeerAnswer;
import org.humdash.gateway.peer.PeerClient;
import org.humdash.gateway.token.Tokens;

/** Asks many questions at once, in the name of the caller. */
@ApplicationScoped
public class Questions {

    private final PeerClient client;
    private final Tokens tokens;

    Questions(PeerClient client, Tokens tokens) {
        this.client = client;
        this.tokens = tokens;
    }

    /**
     * Waits until each has come or failed, so for one time-out at most.
     *
     * @param account who is asking; empty for whoever did not say
     */
    public <K> Map<K, Outcome<JsonNode>> ask(Map<K, Question> questions, Optional<Account> account, Duration timeout) {
        Optional<String> token = account.map(tokens::of);
        Map<K, CompletableFuture<PeerAnswer>> asked = new LinkedHashMap<>();
        questions.forEach(
                (key, question) -> asked.put(key, client.ask(question.peer(), question.target(), token, timeout)));
        Map<K, Outcome<JsonNode>> outcomes = new LinkedHashMap<>();
        asked.forEach((key, answer) -> outcomes.put(key, Outcome.of(answer, PeerAnswer::json)));
        return outcomes;
    }
}
