package org.humdash.gateway.question;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.humdash.gateway.account.Account;
import org.humdash.gateway.peer.PeerAnswer;
import org.humdash.gateway.peer.PeerClient;
import org.humdash.gateway.peer.PeerFailure;
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
    public <K> Map<K, Outcome> ask(Map<K, Question> questions, Optional<Account> account, Duration timeout) {
        Optional<String> token = account.map(tokens::of);
        Map<K, CompletableFuture<PeerAnswer>> asked = new LinkedHashMap<>();
        questions.forEach(
                (key, question) -> asked.put(key, client.ask(question.peer(), question.target(), token, timeout)));
        Map<K, Outcome> outcomes = new LinkedHashMap<>();
        asked.forEach((key, answer) -> outcomes.put(key, outcome(answer)));
        return outcomes;
    }

    private static Outcome outcome(CompletableFuture<PeerAnswer> asked) {
        try {
            return new Outcome(asked.get().json(), null);
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
