package org.humdash.gateway.peer;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.tracing.TracingPolicy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Asks each service for its watermark, again and again: the service answers as soon as it changes, and after some seconds
 * otherwise. An answer that fails to come makes it unknown.
 */
@ApplicationScoped
class WatermarkWatch {

    static final String PATH = "/internal/watermark";

    private static final Logger LOG = Logger.getLogger(WatermarkWatch.class);
    private static final int LONGEST_LINE = 256;
    private static final long FIRST_PAUSE_MILLIS = 50;

    private final Vertx vertx;
    private final PeerAddresses addresses;
    private final Watermarks watermarks;
    private final Event<PeerChanged> changes;
    private final HttpClient client;
    private final Duration silence;
    private final Duration longestPause;
    private volatile boolean closed;

    WatermarkWatch(
            Vertx vertx,
            PeerAddresses addresses,
            Watermarks watermarks,
            Event<PeerChanged> changes,
            WatermarkConfig config) {
        this.vertx = vertx;
        this.addresses = addresses;
        this.watermarks = watermarks;
        this.changes = changes;
        this.silence = config.silence();
        this.longestPause = config.longestPause();
        this.client = vertx.createHttpClient(new HttpClientOptions()
                // It asks for ever and for nobody.
                .setTracingPolicy(TracingPolicy.IGNORE)
                .setConnectTimeout(Math.toIntExact(silence.toMillis()))
                .setMaxPoolSize(1));
    }

    void start(@Observes StartupEvent event) {
        for (Peer peer : Peer.values()) {
            Context context = vertx.getOrCreateContext();
            context.runOnContext(go -> new Watch(peer, context).ask());
        }
    }

    void stop(@Observes ShutdownEvent event) {
        closed = true;
        client.close();
    }

    /** The watch of one service, on one event loop. */
    private final class Watch {

        private final Peer peer;
        private final Context context;
        private String last = "";
        private String token;
        private boolean heard = true;
        private long pause = FIRST_PAUSE_MILLIS;

        Watch(Peer peer, Context context) {
            this.peer = peer;
            this.context = context;
        }

        void ask() {
            if (closed) {
                return;
            }
            String target = PATH + "?after=" + URLEncoder.encode(last, StandardCharsets.UTF_8);
            client.request(addresses.request(peer, HttpMethod.GET, target).setTimeout(silence.toMillis()))
                    .compose(HttpClientRequest::send)
                    .compose(Watch::line)
                    .onSuccess(this::told)
                    .onFailure(this::failed);
        }

        private static Future<String> line(HttpClientResponse response) {
            if (response.statusCode() != 200) {
                return Future.failedFuture("Answered " + response.statusCode());
            }
            Promise<String> line = Promise.promise();
            Buffer read = Buffer.buffer();
            response.exceptionHandler(line::tryFail);
            response.handler(chunk -> {
                if (read.length() + chunk.length() > LONGEST_LINE) {
                    line.tryFail("Said more than a watermark is long");
                    response.request().reset();
                } else {
                    read.appendBuffer(chunk);
                }
            });
            response.endHandler(end -> line.tryComplete(read.toString(StandardCharsets.US_ASCII)));
            return line.future();
        }

        private void told(String line) {
            Watermark watermark = Watermark.parse(line).orElse(null);
            if (watermark == null) {
                failed(null);
                return;
            }
            watermarks.told(peer, watermark, silence);
            if (!heard) {
                LOG.infof("%s tells again what changes", peer.serviceName());
            }
            heard = true;
            pause = FIRST_PAUSE_MILLIS;
            last = watermark.line();
            if (!watermark.token().equals(token)) {
                token = watermark.token();
                changes.fire(new PeerChanged(peer));
            }
            ask();
        }

        private void failed(Throwable cause) {
            watermarks.unknown(peer);
            last = "";
            if (closed) {
                return;
            }
            if (heard) {
                LOG.warnf(
                        "%s does not tell what changes; it is asked for everything until it does", peer.serviceName());
                LOG.debug("Because of this", cause);
            }
            heard = false;
            vertx.setTimer(pause, again -> context.runOnContext(go -> ask()));
            pause = Math.min(pause * 2, longestPause.toMillis());
        }
    }
}
