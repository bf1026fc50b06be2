package org.humdash.gateway.answer;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.humdash.gateway.account.Account;
import org.humdash.gateway.answer.AnswerMeters.Outcome;
import org.humdash.gateway.peer.Peer;
import org.humdash.gateway.peer.Watermarks;

/** Reads the conditions of requests that are handed on. */
@ApplicationScoped
public class Conditionals {

    private final States states;
    private final Watermarks watermarks;
    private final AnswerMeters meters;
    private final int compression;

    Conditionals(States states, Watermarks watermarks, AnswerMeters meters, AnswerConfig config) {
        this.states = states;
        this.watermarks = watermarks;
        this.meters = meters;
        this.compression = config.compression();
    }

    /** Empty if the request was answered: whoever asks has the answer already. */
    public Optional<Conditional> of(HttpServerRequest request, Optional<Account> account, Peer peer) {
        boolean told = Conditional.isRead(request) && isTold(request.path());
        Supplier<Optional<State>> now =
                () -> told ? states.of(request, account, Set.of(peer)) : Optional.<State>empty();
        Optional<State> state = now.get();
        Conditional conditional =
                new Conditional(request, account, state, now, () -> watermarks.written(peer), compression);
        if (conditional.answered()) {
            meters.count(Outcome.NOT_MODIFIED);
            return Optional.empty();
        }
        if (Conditional.isRead(request)) {
            meters.count(told && state.isEmpty() ? Outcome.UNKNOWN : Outcome.ASKED);
        }
        return Optional.of(conditional);
    }

    /** Jobs change by the second, and how long they have run follows from the clock: a watermark does not tell of them. */
    private static boolean isTold(String path) {
        return !path.contains("/imports") && !path.startsWith("/api/v1/pulls");
    }
}
