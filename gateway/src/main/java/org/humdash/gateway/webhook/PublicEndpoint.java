package org.humdash.gateway.webhook;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.tracing.TracingPolicy;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.humdash.gateway.peer.PeerFailure;

/**
 * Sends over the public network. It connects to the very address that was checked, for a name that is looked up twice may lead
 * elsewhere the second time; the certificate still has to be that of the name. Redirects are answers like others, connections
 * are not kept, and of an answer no more than its beginning is read.
 */
@ApplicationScoped
class PublicEndpoint implements Endpoint {

    private static final int READ_AT_MOST = 4_096;
    private static final int LARGEST_HEADERS = 16_384;
    private static final String USER_AGENT = "humdash-webhooks/1";

    private final Targets targets;
    private final Duration timeout;
    private final Vertx vertx;
    private final HttpClient client;

    /** A look-up holds its thread for as long as a name server takes, which partners choose; so not one that others need. */
    private final ExecutorService lookups;

    PublicEndpoint(Vertx vertx, Targets targets, WebhooksConfig config) {
        this.targets = targets;
        this.vertx = vertx;
        this.timeout = config.timeout();
        this.client = vertx.createHttpClient(new HttpClientOptions()
                // A stranger is not told of our traces.
                .setTracingPolicy(TracingPolicy.IGNORE)
                .setConnectTimeout(Math.toIntExact(timeout.toMillis()))
                .setKeepAlive(false)
                .setMaxPoolSize(config.parallel() * 2)
                .setMaxHeaderSize(LARGEST_HEADERS)
                .setDecompressionSupported(false));
        this.lookups = Executors.newFixedThreadPool(
                config.parallel(),
                Thread.ofPlatform().daemon().name("webhook-names-", 0).factory());
    }

    @Override
    public Answer post(URI url, Map<String, String> headers, byte[] body) {
        long until = System.nanoTime() + timeout.toNanos();
        // Lists of ports and the like may have changed since it was registered.
        Future<InetAddress> lookup = lookups.submit(() -> targets.address(targets.read(url.toString())));
        try {
            InetAddress address = lookup.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
            return send(options(url, address, headers), body, until - System.nanoTime());
        } catch (TimeoutException e) {
            lookup.cancel(true);
            return tooLate();
        } catch (ExecutionException e) {
            return e.getCause() instanceof TargetRefused refused
                    ? Answer.refused(refused.getMessage())
                    : Answer.none("The name of the endpoint leads nowhere.");
        } catch (InterruptedException e) {
            return stopped();
        }
    }

    private Answer send(RequestOptions options, byte[] body, long nanos) {
        Exchange exchange = new Exchange();
        vertx.getOrCreateContext().runOnContext(start -> exchange.send(options, body));
        try {
            return exchange.answer.get(nanos, TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return tooLate();
        } catch (ExecutionException e) {
            return Answer.none("The endpoint could not be reached.");
        } catch (InterruptedException e) {
            return stopped();
        } finally {
            exchange.close();
        }
    }

    private Answer tooLate() {
        return Answer.none("The endpoint did not answer within " + PeerFailure.words(timeout) + ".");
    }

    private static Answer stopped() {
        Thread.currentThread().interrupt();
        return Answer.none("The gateway was stopped meanwhile.");
    }

    private static RequestOptions options(URI url, InetAddress address, Map<String, String> headers) {
        int port = Targets.port(url);
        String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setSsl("https".equalsIgnoreCase(url.getScheme()))
                .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(address, port)))
                .setHost(url.getHost())
                .setPort(port)
                .setURI(url.getRawQuery() == null ? path : path + "?" + url.getRawQuery())
                .setFollowRedirects(false)
                .putHeader("Content-Type", "application/json")
                .putHeader("User-Agent", USER_AGENT);
        headers.forEach(options::putHeader);
        return options;
    }

    @PreDestroy
    void close() {
        client.close();
        lookups.shutdownNow();
    }

    /** One message under way. Everything happens on one event loop, but for its end. */
    private final class Exchange {

        private final CompletableFuture<Answer> answer = new CompletableFuture<>();
        private final Buffer beginning = Buffer.buffer();
        private volatile HttpClientRequest request;

        void send(RequestOptions options, byte[] body) {
            client.request(options).onFailure(answer::completeExceptionally).onSuccess(connected -> {
                request = connected;
                if (answer.isDone()) {
                    connected.reset();
                    return;
                }
                connected
                        .send(Buffer.buffer(body))
                        .onFailure(answer::completeExceptionally)
                        .onSuccess(this::answered);
            });
        }

        private void answered(HttpClientResponse response) {
            response.exceptionHandler(answer::completeExceptionally);
            response.handler(chunk -> {
                beginning.appendBuffer(chunk, 0, Math.min(chunk.length(), READ_AT_MOST - beginning.length()));
                if (beginning.length() >= READ_AT_MOST) {
                    complete(response);
                }
            });
            response.endHandler(end -> complete(response));
        }

        private void complete(HttpClientResponse response) {
            answer.complete(Answer.of(
                    response.statusCode(),
                    beginning.toString(StandardCharsets.UTF_8),
                    seconds(response.getHeader("Retry-After"))));
        }

        /** Whatever is still to come is not waited for. */
        void close() {
            answer.cancel(false);
            HttpClientRequest sent = request;
            if (sent != null) {
                sent.reset();
            }
        }
    }

    /** Only the form in seconds is read; a date would need the other's clock. */
    private static Optional<Duration> seconds(String retryAfter) {
        return Optional.ofNullable(retryAfter)
                .filter(text -> text.matches("\\d{1,9}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)));
    }
}
