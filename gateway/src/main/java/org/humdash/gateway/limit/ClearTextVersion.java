package org.humdash.gateway.limit;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Leaves the offer of a client to go on with HTTP/2 on a connection without TLS alone: the body of the request that makes it
 * is read as fast as it comes, whoever is waited for, and a large one would fill the memory. With TLS, HTTP/2 is spoken.
 */
@ApplicationScoped
class ClearTextVersion implements HttpServerOptionsCustomizer {

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setHttp2ClearTextEnabled(false);
    }
}
