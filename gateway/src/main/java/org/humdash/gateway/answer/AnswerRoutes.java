package org.humdash.gateway.answer;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.humdash.gateway.account.AccountRoutes;
import org.humdash.gateway.answer.AnswerMeters.Outcome;
import org.humdash.gateway.limit.LimitRoutes;
import org.humdash.gateway.peer.Peer;

/**
 * Answers what the gateway composes itself before the framework begins with it, if it has not changed. Many who ask the same
 * at once wait for one to be composed.
 */
@ApplicationScoped
class AnswerRoutes {

    /** Composed of both services, from nothing but its parameters, the day and the data. */
    private static final Set<String> COMPOSED = Set.of("/", "/ar", "/api/v1/situation", "/api/v1/situation/diff");

    /** When it is known who is asking. */
    private static final int ORDER = AccountRoutes.ORDER + 2;

    /** Before the framework looks for credentials: whoever sends none is nobody, and finding that out costs more than the answer. */
    private static final int EARLY = LimitRoutes.BY_ADDRESS + 1;

    private final Vertx vertx;
    private final States states;
    private final KeptAnswers kept;
    private final AnswerMeters meters;

    AnswerRoutes(Vertx vertx, States states, KeptAnswers kept, AnswerMeters meters) {
        this.vertx = vertx;
        this.states = states;
        this.kept = kept;
        this.meters = meters;
    }

    void install(@Observes Router router) {
        for (String path : COMPOSED) {
            router.route(path).order(EARLY).handler(this::answerAnybody);
            router.route(path).order(ORDER).handler(this::answer);
        }
    }

    /** Those without an answer in memory are looked at again when it is their turn. */
    private void answerAnybody(RoutingContext ctx) {
        HttpServerRequest request = ctx.request();
        boolean saysWho =
                request.headers().contains("Authorization") || request.headers().contains("X-API-Key");
        if (saysWho
                || !Conditional.isRead(request)
                || !state(ctx).map(state -> answered(ctx, state)).orElse(false)) {
            ctx.next();
        }
    }

    private void answer(RoutingContext ctx) {
        if (!Conditional.isRead(ctx.request())) {
            ctx.next();
            return;
        }
        Optional<State> state = state(ctx);
        if (state.isEmpty()) {
            meters.count(Outcome.UNKNOWN);
            goOn(ctx, state);
        } else if (!answered(ctx, state.get())) {
            compose(ctx, state.get());
        }
    }

    private Optional<State> state(RoutingContext ctx) {
        return states.of(ctx.request(), AccountRoutes.of(ctx), EnumSet.allOf(Peer.class));
    }

    /** Whether the client has it already, or it is in memory. */
    private boolean answered(RoutingContext ctx, State state) {
        HttpServerRequest request = ctx.request();
        Optional<String> named = Tag.named(request.getHeader("If-None-Match"), state.text());
        if (named.isPresent()) {
            meters.count(Outcome.NOT_MODIFIED);
            Freshness.notModified(request, AccountRoutes.of(ctx), named.get());
            return true;
        }
        Optional<KeptAnswer> answer = kept.of(state);
        if (answer.isPresent()) {
            meters.count(Outcome.KEPT);
            LimitRoutes.answeredFromMemory(ctx);
            answer.get().send(request);
            return true;
        }
        return false;
    }

    private void compose(RoutingContext ctx, State state) {
        ctx.request().pause();
        Context context = vertx.getOrCreateContext();
        Runnable later = () -> context.runOnContext(go -> waited(ctx));
        if (kept.composes(state, later)) {
            meters.count(Outcome.ASKED);
            ctx.addEndHandler(end -> kept.composed(state));
            goOn(ctx, Optional.of(state));
        }
    }

    /** The one who composed has ended. If nothing was kept, nobody waits again: the next one might fail as slowly. */
    private void waited(RoutingContext ctx) {
        if (ctx.response().closed()) {
            return;
        }
        Optional<State> state = state(ctx);
        if (state.isEmpty() || !answered(ctx, state.get())) {
            meters.count(state.isEmpty() ? Outcome.UNKNOWN : Outcome.ASKED);
            goOn(ctx, state);
        }
    }

    private static void goOn(RoutingContext ctx, Optional<State> state) {
        new Composing(state, AccountRoutes.of(ctx).isPresent()).attach(ctx);
        ctx.request().resume();
        ctx.next();
    }
}
