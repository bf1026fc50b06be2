package org.humdash.gateway;

import static org.humdash.gateway.testing.FakeService.answer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.vertx.core.json.JsonObject;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.humdash.gateway.route.Route;
import org.humdash.gateway.testing.Api;
import org.humdash.gateway.testing.FakeService;
import org.humdash.gateway.testing.FakeServices;
import org.humdash.gateway.testing.GatewayDatabase;
import org.humdash.gateway.testing.GatewayTest;
import org.humdash.gateway.testing.RawClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Whatever callers and services say, in every place where they can say something, nothing of it becomes a label of a meter: it
 * would stand on dashboards, and each new word would be a series that is kept for as long as the gateway runs.
 */
@GatewayTest
class UntrustedLabelsTest {

    /** Stands in all that is sent, and in nothing that is ours. */
    private static final String MARK = "zqx";

    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    /** What a label of our own meters may say: a word of a list, or the template of a route. */
    private static final Pattern WORD = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");

    @TestHTTPResource
    URI gateway;

    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics;

    @FakeServices.Incident
    FakeService incident;

    @FakeServices.Humanitarian
    FakeService humanitarian;

    @BeforeEach
    void bothServicesAreUp() {
        for (FakeService service : List.of(incident, humanitarian)) {
            service.up();
            service.forget();
        }
    }

    @Test
    void nothingThatIsSentBecomesALabel() throws Exception {
        sendEverywhere(0);
        Map<String, Set<String>> known = labels(scrape());

        for (int n = 1; n <= 20; n++) {
            sendEverywhere(n);
        }

        String scrape = scrape();
        assertEquals(
                List.of(),
                scrape.lines()
                        .filter(line -> line.toLowerCase(Locale.ROOT).contains(MARK))
                        .toList());
        assertTrue(known.get("route").contains("/api/v1/claims/{path}"), "what was sent was counted: " + known);
        assertEquals(known, labels(scrape), "other words of the same kind make no other labels");
        Set<String> odd = new TreeSet<>();
        labels(scrape.lines().filter(line -> line.startsWith("humdash_")).toList())
                .forEach((label, values) -> {
                    if (label.equals("route")) {
                        assertTrue(templates().containsAll(values), values.toString());
                    } else {
                        values.stream()
                                .filter(value -> !WORD.matcher(value).matches())
                                .forEach(odd::add);
                    }
                });
        assertEquals(Set.of(), odd);
    }

    /** A request for each place that text can stand in. What comes back does not matter here, and neither whether it does. */
    private void sendEverywhere(int n) throws Exception {
        String text = MARK + n;
        String encoded = "%22%7D%0A" + text + "%7B%5C";
        List<String> paths = new ArrayList<>(List.of(
                "/" + text,
                "//" + text,
                "/api/v1/" + text,
                "/api/v1/" + encoded,
                "/q/" + text,
                "/api/v1/situation/" + text,
                "/api/v1/situation?ceasefire=" + text + "&area=" + encoded + "&sections=" + text,
                "/api/v1/situation/diff?from=" + text,
                "/api/v1/changes?cursor=" + text + "&feeds=" + encoded,
                "/api/v1/changes/stream?cursor=" + text,
                "/api/v1/api-keys/" + text,
                "/api/v1/webhooks/" + encoded,
                "/api/v1/audit?account=" + text));
        for (Route route : Route.values()) {
            paths.add(route.path() + "?" + text + "=" + encoded);
            paths.add(route.path() + "/" + encoded + "/" + text);
            paths.add(route.path() + "/%2e%2e/" + text);
            answerOddly(route.path() + "/" + text, text);
            paths.add(route.path() + "/" + text);
        }
        for (String path : paths) {
            raw("GET " + path + " HTTP/1.1", "Host: gateway.example");
        }
        for (String header : List.of(
                "Host: " + text,
                "X-API-Key: " + text,
                "Authorization: Bearer " + text,
                "Authorization: Bearer " + token(text),
                "Authorization: " + text + " " + text,
                "Idempotency-Key: " + text,
                "X-Request-Id: " + text,
                "traceparent: 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                "tracestate: " + text + "=1",
                "baggage: " + text + "=" + text,
                "User-Agent: " + text + "\"}",
                "Origin: https://" + text + ".example",
                "Forwarded: for=" + text + ";host=" + text,
                "X-Forwarded-Prefix: /" + text,
                "Cookie: " + text + "=" + text,
                "Accept: " + text + "/" + text,
                "Accept-Language: " + text,
                "If-None-Match: \"" + text + "\"",
                text + ": " + text)) {
            raw("GET /api/v1/claims HTTP/1.1", header.startsWith("Host") ? header : "Host: gateway.example", header);
            raw(
                    "POST /api/v1/claims/imports HTTP/1.1",
                    "Host: gateway.example",
                    header.startsWith("Host") ? "X-Nothing: 0" : header,
                    "Content-Type: text/" + text,
                    "Content-Length: 0");
        }
        raw(text.toUpperCase(Locale.ROOT) + " /api/v1/claims HTTP/1.1", "Host: gateway.example");
        raw("GET /api/v1/claims HTTP/9." + n + text, "Host: gateway.example");
        sendAsAdministrator(text);
    }

    /** Those who may write are not believed either. */
    private void sendAsAdministrator(String text) throws IOException, InterruptedException {
        Api api = new Api(gateway);
        String key = GatewayDatabase.ADMINISTRATOR_KEY;
        String made = new JsonObject(api.send(
                                "POST",
                                "/api/v1/api-keys",
                                key,
                                new JsonObject().put("owner", text).put("role", "PARTNER"))
                        .body())
                .getString("key");
        api.send("GET", "/api/v1/claims", made);
        api.send(
                "POST",
                "/api/v1/api-keys",
                key,
                new JsonObject().put("owner", text).put("role", text));
        api.send("POST", "/api/v1/webhooks", made, new JsonObject().put("url", "https://" + text + ".example/" + text));
        api.send("POST", "/api/v1/claims/imports?kind=" + text, key, new JsonObject().put(text, text));
    }

    /** A service of which somebody got hold. */
    private void answerOddly(String path, String text) {
        for (FakeService service : List.of(incident, humanitarian)) {
            service.on(
                    path, answer(418, "application/" + text, "{\"type\":\"" + text + "\",\"title\":\"" + text + "\"}"));
        }
    }

    /** A token that nobody signed and that claims a role of its own making. */
    private static String token(String text) {
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        String head = "{\"alg\":\"RS256\",\"kid\":\"" + text + "\"}";
        String claims = "{\"iss\":\"" + text + "\",\"sub\":\"" + text + "\",\"groups\":[\"" + text + "\"]}";
        return base64.encodeToString(head.getBytes(StandardCharsets.UTF_8)) + "."
                + base64.encodeToString(claims.getBytes(StandardCharsets.UTF_8)) + "." + text;
    }

    private void raw(String... lines) throws IOException {
        try (RawClient client = new RawClient(gateway)) {
            client.send(lines).send("Connection: close", "").answer();
        } catch (EOFException | SocketException e) {
            // What is no HTTP may end without an answer.
        }
    }

    private static Set<String> templates() {
        Set<String> templates = new TreeSet<>(Set.of(
                "/{path}",
                "/q/{path}",
                "/.well-known/jwks.json",
                "/api/v1/situation",
                "/api/v1/situation/diff",
                "/api/v1/audit",
                "/api/v1/changes",
                "/api/v1/changes/stream",
                "/api/v1/webhooks",
                "/api/v1/webhooks/{path}",
                "/api/v1/api-keys",
                "/api/v1/api-keys/{path}"));
        for (Route route : Route.values()) {
            templates.addAll(List.of(route.path(), route.path() + "/{path}"));
        }
        return templates;
    }

    /** How requests ended is left out: on a busy machine one may end in a way that none before did. */
    private static Map<String, Set<String>> labels(String scrape) {
        Map<String, Set<String>> labels = labels(scrape.lines()
                .filter(line -> line.startsWith("humdash_") || line.startsWith("http_server_requests"))
                .toList());
        labels.keySet().removeAll(Set.of("status", "outcome", "kind"));
        return labels;
    }

    /** Each label's values. */
    private static Map<String, Set<String>> labels(List<String> samples) {
        Map<String, Set<String>> labels = new TreeMap<>();
        samples.forEach(line -> {
            Matcher label = LABEL.matcher(line);
            while (label.find()) {
                labels.computeIfAbsent(label.group(1), name -> new TreeSet<>()).add(label.group(2));
            }
        });
        return labels;
    }

    private String scrape() throws IOException {
        return RawClient.get(metrics, metrics.getPath(), "Accept: text/plain").body();
    }
}
