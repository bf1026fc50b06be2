package org.humdash.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stands for each of the three services where the launcher is what is tested: listens where its environment says, and
 * takes everything that is posted. The variable {@code STUB_incident_service} (or another's name) makes it {@code die}
 * or {@code hang} instead of getting ready; {@code STUB_REFUSE} is a text whose rows are refused.
 */
final class StubService {

    private static final Set<String> KNOWN = ConcurrentHashMap.newKeySet();

    private StubService() {}

    public static void main(String[] arguments) throws IOException {
        // <home>/<name>/target/quarkus-app/quarkus-run.jar
        Path jar = Path.of(System.getProperty("java.class.path"));
        String name = jar.getName(jar.getNameCount() - 4).toString();
        String behaviour = System.getenv().getOrDefault("STUB_" + name.replace('-', '_'), "");
        System.out.println(name + " says hello");
        if (behaviour.equals("die")) {
            System.out.println("no database, no service");
            System.exit(1);
        }
        HttpServer management = server("MANAGEMENT");
        management.createContext(
                "/q/health/ready", exchange -> answer(exchange, behaviour.equals("hang") ? 503 : 200, "{}"));
        management.start();
        HttpServer http = server("HTTP");
        http.createContext("/", StubService::take);
        http.start();
    }

    private static HttpServer server(String kind) throws IOException {
        return HttpServer.create(
                new InetSocketAddress(
                        System.getenv("QUARKUS_" + kind + "_HOST"),
                        Integer.parseInt(System.getenv("QUARKUS_" + kind + "_PORT"))),
                0);
    }

    private static void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String refuse = System.getenv("STUB_REFUSE");
        if (exchange.getRequestURI().getPath().endsWith("/observations/imports")) {
            answer(
                    exchange,
                    200,
                    "{\"job\":{\"id\":\"j\",\"status\":\"SUCCEEDED\",\"rowsRead\":1,\"created\":1,\"revised\":0,"
                            + "\"unchanged\":0,\"refused\":0},\"firstRefused\":[]}");
        } else if (exchange.getRequestURI().getPath().endsWith("/imports")) {
            answer(
                    exchange,
                    200,
                    "{\"rowsRead\":1,\"created\":1,\"revised\":0,\"unchanged\":0,\"refused\":0,\"problems\":[]}");
        } else if (refuse != null && body.contains(refuse)) {
            answer(exchange, 422, "{\"title\":\"Refused\",\"detail\":\"This is a stub.\"}");
        } else {
            answer(exchange, KNOWN.add(exchange.getRequestURI() + body) ? 201 : 200, "{}");
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
