package org.humdash.program;

import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * {@code /q/program} of the management port: name, version and clock of this program, for {@code ./humdash doctor}. Nothing in
 * it is secret, and it asks nobody else.
 */
@ApplicationScoped
class ProgramRoute {

    private final String name;
    private final String version;
    private final Clock clock;

    ProgramRoute(
            @ConfigProperty(name = "quarkus.application.name") String name,
            @ConfigProperty(name = "quarkus.application.version") String version,
            Clock clock) {
        this.name = name;
        this.version = version;
        this.clock = clock;
    }

    void install(@Observes ManagementInterface management) {
        management
                .router()
                .get("/q/program")
                .handler(ctx -> ctx.response()
                        .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                        .end(body().encode()));
    }

    JsonObject body() {
        return new JsonObject()
                .put("name", name)
                .put("version", version)
                .put("now", clock.instant().toString());
    }
}
