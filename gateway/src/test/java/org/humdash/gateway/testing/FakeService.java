package org.humdash.gateway.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Stands in for a service behind the gateway: answers what a test tells it to and remembers what it was asked. */
public final class FakeService implements AutoCloseable {

    /** What the service got to see of a request. Header names are in lower case. */
    public record Received(String method, String target, Map<String, List<String>> headers) {

        public List<String> header(String name) {
            return headers.getOrDefault(name, List.of());
        }
    }

    /** Answers a request; whatever it leaves open is closed after it. */
    @FunctionalInterface
    public interface Answer {
        void to(HttpExchange exchange) throws Exception;
    }

    /** Asked in the background all the time, and not remembered. */
    private static final String WATERMARK = "/internal/watermark";

    private static final long HOLD_MILLIS = 1_000;

    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Object listening = new Object();
    private String watermark;
    private int port;
    /** Guarded by {@link #listening}: an answer may take it down, which its client sees before it is over. */
    private HttpServer server;

    public FakeService() {
        up();
    }

    public String origin() {
        return "http://127.0.0.1:" + port;
    }

    /** Answers requests for this path; the latest word counts. */
    public FakeService on(String path, Answer answer) {
        answers.put(path, answer);
        return this;
    }

    public FakeService json(String path, String body) {
        return on(path, answer(200, "application/json", body));
    }

    public static Answer answer(int status, String contentType, String body) {
        return exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", contentType);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(bytes);
            }
        };
    }

    /** What it says of its watermark, at once to whoever waits for it; null for nothing, as before it is told. */
    public synchronized FakeService tells(String watermark) {
        this.watermark = watermark;
        notifyAll();
        return this;
    }

    private synchronized Answer watermark(String after) throws InterruptedException {
        if (watermark != null && after.equals(watermark)) {
            wait(HOLD_MILLIS);
        }
        return watermark == null ? answer(404, "text/plain", "") : answer(200, "text/plain", watermark);
    }

    /** Every request since the last {@link #forget()}, in the order they came. */
    public List<Received> received() {
        return List.copyOf(received);
    }

    public void forget() {
        tells(null);
        answers.clear();
        received.clear();
    }

    /** Nobody listens any more; connections that are open are closed. */
    public void down() {
        synchronized (listening) {
            if (server != null) {
                server.stop(0);
                server = null;
            }
        }
    }

    /** Listens, on the same port as before. */
    public void up() {
        synchronized (listening) {
            if (server == null) {
                listen();
            }
        }
    }

    private void listen() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        port = server.getAddress().getPort();
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    @Override
    public void close() {
        down();
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        Map<String, List<String>> headers = new ConcurrentHashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), List.copyOf(values)));
        if (exchange.getRequestURI().getPath().equals(WATERMARK)) {
            try (exchange) {
                watermark(exchange.getRequestURI().getQuery().substring("after=".length()))
                        .to(exchange);
            } catch (IOException e) {
                throw e;
            } catch (Exception e) {
                throw new IOException(e);
            }
            return;
        }
        received.add(new Received(
                exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers));
        Answer unknown = answer(404, "application/problem+json", "{\"title\":\"There is no such record\"}");
        try (exchange) {
            answers.getOrDefault(exchange.getRequestURI().getPath(), unknown).to(exchange);
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }
}
