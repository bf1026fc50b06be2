package org.humdash.humanitarian.pull;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A server on this machine that hands out one file, and does what its paths say. */
final class FileServer implements AutoCloseable {

    private final HttpServer server;
    private final List<String> conditions = new CopyOnWriteArrayList<>();
    private volatile String file;
    private volatile String tag;

    FileServer(String file, String tag) throws IOException {
        this.file = file;
        this.tag = tag;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/file", this::answer);
        server.createContext("/away", exchange -> lead(exchange, "http://example.org/file"));
        server.createContext("/round", exchange -> lead(exchange, "/round"));
        server.createContext("/on", exchange -> lead(exchange, "/file"));
        server.createContext("/broken", exchange -> status(exchange, 500));
        server.createContext("/silent", FileServer::wait);
        server.createContext("/endless", FileServer::endless);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    URI url(String path) {
        return URI.create("http://localhost:" + server.getAddress().getPort() + path);
    }

    void hold(String newFile, String newTag) {
        file = newFile;
        tag = newTag;
    }

    /** The If-None-Match of each question for the file; "none" without one. */
    List<String> conditions() {
        return List.copyOf(conditions);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String condition = exchange.getRequestHeaders().getFirst("If-None-Match");
        conditions.add(condition == null ? "none" : condition);
        exchange.getResponseHeaders().set("ETag", tag);
        if (tag.equals(condition)) {
            status(exchange, 304);
            return;
        }
        byte[] bytes = file.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static void lead(HttpExchange exchange, String to) throws IOException {
        exchange.getResponseHeaders().set("Location", to);
        status(exchange, 302);
    }

    private static void status(HttpExchange exchange, int status) throws IOException {
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private static void wait(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write('a');
        exchange.getResponseBody().flush();
        try {
            Thread.sleep(60_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void endless(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        byte[] bytes = new byte[8192];
        while (true) {
            exchange.getResponseBody().write(bytes);
        }
    }
}
