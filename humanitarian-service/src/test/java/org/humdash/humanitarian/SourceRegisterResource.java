package org.humdash.humanitarian;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;

/**
 * A source register that knows the sources of the starting data and any code that begins with OFFICE_ or OUTLET_. The
 * code also tells it to fail: DOWN_ is answered 500, CUT_ by hanging up, GARBLED_ by something else than JSON, and SILENT_
 * not in time.
 */
public class SourceRegisterResource implements QuarkusTestResourceLifecycleManager {

    private final Map<String, Map<String, String>> startingData = new HashMap<>();
    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            StartingData.rows("sources.csv").forEach(row -> startingData.put(row.get("code"), row));
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/api/v1/sources/", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return Map.of(
                "humdash.humanitarian.source-register-url",
                "http://localhost:" + server.getAddress().getPort());
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String code = path.substring(path.lastIndexOf('/') + 1);
        String failure = code.substring(0, code.indexOf('_') + 1);
        switch (failure) {
            case "DOWN_" -> answer(exchange, 500, "{}");
            case "CUT_" -> exchange.close();
            case "GARBLED_" -> answer(exchange, 200, "<html>");
            case "SILENT_" -> waitTooLong(exchange);
            case "OFFICE_" -> answer(exchange, 200, source(code, "Name of " + code, "GOVERNMENT"));
            case "OUTLET_" -> answer(exchange, 200, source(code, "Name of " + code, "MEDIA"));
            default -> answerFromStartingData(exchange, code);
        }
    }

    private void answerFromStartingData(HttpExchange exchange, String code) throws IOException {
        Map<String, String> row = startingData.get(code);
        if (row == null) {
            answer(exchange, 404, "{\"status\": 404}");
        } else {
            answer(exchange, 200, source(code, row.get("name.en"), row.get("kind")));
        }
    }

    /** As the real register answers, with more members than are read. */
    private static String source(String code, String name, String kind) {
        return """
                {"code": "%s", "name": {"en": "%s", "ar": "اسم"}, "kind": "%s", "affiliation": null, "url": null,
                 "licence": null, "revision": {"number": 1, "recordedAt": "2025-12-19T00:00:00Z",
                 "supersededAt": null, "reason": "NEW"}}""".formatted(code, name, kind);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static void waitTooLong(HttpExchange exchange) {
        try {
            Thread.sleep(60_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        exchange.close();
    }
}
