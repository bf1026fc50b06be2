package org.humdash.gateway.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** Builds the errors of RFC 9457: to throw from a resource, or to send from a route that no resource stands behind. */
public final class Problems {

    private Problems() {}

    /** A problem to throw; {@code detail} is for people and says what to do about it. */
    public static HttpProblem.Builder of(ProblemType type, String detail) {
        return HttpProblem.builder()
                .withType(type.uri())
                .withTitle(type.title())
                .withStatus(type.status())
                .withDetail(detail);
    }

    /** Ends the request with a problem, or with the page that stands for it. */
    static void send(RoutingContext ctx, ProblemType type, String detail) {
        Optional<ProblemPage> page = ProblemPage.of(ctx);
        if (page.isEmpty()) {
            send(ctx.request(), type, detail);
        } else if (!ctx.response().headWritten() && !ctx.response().closed()) {
            page.get().send(ctx.request(), type);
        }
    }

    /** Ends the request with a problem. Headers set before stay; does nothing once the answer has begun. */
    public static void send(HttpServerRequest request, ProblemType type, String detail) {
        HttpServerResponse response = request.response();
        if (response.headWritten() || response.closed()) {
            return;
        }
        JsonObject body = new JsonObject()
                .put("type", type.uri().toString())
                .put("status", type.status())
                .put("title", type.title())
                .put("detail", detail)
                .put("instance", request.path());
        response.setStatusCode(type.status())
                .putHeader("Content-Type", HttpProblem.MEDIA_TYPE.toString())
                .putHeader("Cache-Control", "no-store")
                .end(body.toBuffer());
    }
}
