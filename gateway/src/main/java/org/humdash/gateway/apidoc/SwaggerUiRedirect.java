package org.humdash.gateway.apidoc;

import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** The framework's own redirect names a path from the root, which leads astray behind a proxy that adds one. */
@ApplicationScoped
class SwaggerUiRedirect {

    void install(@Observes Router router) {
        router.get("/q/swagger-ui").order(-1).handler(ctx -> {
            if (ctx.request().path().endsWith("/")) {
                ctx.next();
            } else {
                ctx.response()
                        .setStatusCode(302)
                        .putHeader("Location", "swagger-ui/")
                        .end();
            }
        });
    }
}
