package org.humdash.gateway;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.humdash.gateway.route.Route;
import org.humdash.gateway.testing.FakeService;
import org.humdash.gateway.testing.FakeServices;
import org.humdash.gateway.testing.GatewayTest;
import org.humdash.gateway.testing.RawClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The names, labels and meaning of the meters are what dashboards and alerts are built on. */
@GatewayTest
class MetricsTest {

    private static final Pattern URI_LABEL = Pattern.compile("uri=\"([^\"]*)\"");

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
    void countsHowEachSectionTurnedOut() throws IOException {
        incident.json("/api/v1/ceasefires/GAZA-2025-10", "{}").json("/api/v1/claims/latest", "garbage");
        humanitarian.down();
        Map<String, Double> before = series("humdash_gateway_section_total");

        RawClient.get(gateway, "/api/v1/situation");

        assertEquals(
                Map.of(
                        "outcome=\"available\",section=\"ceasefire\"", 1.0,
                        "outcome=\"unreadable\",section=\"claims\"", 1.0,
                        "outcome=\"unreachable\",section=\"indicators\"", 1.0,
                        "outcome=\"unknown\",section=\"ledger\"", 1.0,
                        "outcome=\"unknown\",section=\"timeline\"", 1.0),
                grown(before, series("humdash_gateway_section_total")));
    }

    @Test
    void everySectionHasASeriesForEveryOutcomeFromTheStart() throws IOException {
        Set<String> expected = new TreeSet<>();
        for (String section : List.of("ceasefire", "claims", "indicators", "ledger", "timeline")) {
            for (String outcome : List.of(
                    "available",
                    "broken-off",
                    "busy",
                    "error",
                    "refused",
                    "suspended",
                    "timeout",
                    "too-large",
                    "unknown",
                    "unreachable",
                    "unreadable")) {
                expected.add("outcome=\"" + outcome + "\",section=\"" + section + "\"");
            }
        }

        assertEquals(expected, series("humdash_gateway_section_total").keySet());
        assertTrue(scrape().contains(
                        "# HELP humdash_gateway_section_total " + "Sections asked for, by what became of them\n"));
    }

    @Test
    void countsTheSectionsServedAsTheyWereLastAndSaysWhatTheyTake() throws IOException {
        humanitarian.json("/api/v1/headlines", "{\"items\":[]}");
        RawClient.get(gateway, "/api/v1/situation?sections=indicators&area=PS0275");
        humanitarian.down();
        Map<String, Double> before = series("humdash_gateway_section_stale_total");

        RawClient.get(gateway, "/api/v1/situation?sections=indicators&area=PS0275");

        assertEquals(5, before.size());
        assertEquals(
                Map.of("section=\"indicators\"", 1.0), grown(before, series("humdash_gateway_section_stale_total")));
        assertTrue(scrape().lines()
                .filter(line -> line.startsWith("humdash_gateway_last_good_bytes "))
                .anyMatch(line -> Double.parseDouble(line.split(" ")[1]) > 0));
    }

    @Test
    void measuresHowLongEachSectionTook() throws IOException {
        Map<String, Double> before = series("humdash_gateway_section_duration_seconds_count");

        RawClient.get(gateway, "/api/v1/situation");

        assertEquals(
                Map.of(
                        "section=\"ceasefire\"", 1.0,
                        "section=\"claims\"", 1.0,
                        "section=\"indicators\"", 1.0,
                        "section=\"ledger\"", 1.0,
                        "section=\"timeline\"", 1.0),
                grown(before, series("humdash_gateway_section_duration_seconds_count")));
    }

    @Test
    void countsHowRequestsThatWereHandedOnEnded() throws IOException {
        humanitarian.down();
        Map<String, Double> before = series("humdash_gateway_route_total");

        RawClient.get(gateway, "/api/v1/claims");
        RawClient.get(gateway, "/api/v1/claims/1");
        RawClient.get(gateway, "/api/v1/hazards");

        assertEquals(
                Map.of(
                        "outcome=\"passed\",service=\"incident-service\"", 2.0,
                        "outcome=\"unreachable\",service=\"humanitarian-service\"", 1.0),
                grown(before, series("humdash_gateway_route_total")));
        assertEquals(20, before.size());
    }

    @Test
    void countsClientsThatWentAwayWhereverTheyAreCounted() throws IOException {
        CountDownLatch gone = new CountDownLatch(1);
        incident.on("/api/v1/claims", exchange -> gone.await(10, TimeUnit.SECONDS));
        String route = "outcome=\"cancelled\",service=\"incident-service\"";
        String duration =
                "kind=\"unknown\",method=\"GET\",outcome=\"CLIENT_ERROR\",status=\"RESET\",uri=\"/api/v1/claims\"";
        double before = series("humdash_gateway_route_total").get(route);

        try (RawClient client = new RawClient(gateway)) {
            client.send("GET /api/v1/claims HTTP/1.1", "Host: gateway.example", "");
            await().until(() -> !incident.received().isEmpty());
        }

        await().until(() -> series("humdash_gateway_route_total").get(route) == before + 1);
        gone.countDown();
        assertTrue(series("http_server_requests_seconds_count").containsKey(duration));
    }

    @Test
    void streamsAndWebhooksHaveASeriesForEveryOutcomeFromTheStart() throws IOException {
        assertEquals(
                Set.of(
                        "reason=\"age\"",
                        "reason=\"failed\"",
                        "reason=\"key-ended\"",
                        "reason=\"left\"",
                        "reason=\"shutdown\"",
                        "reason=\"slow\""),
                series("humdash_gateway_change_streams_ended_total").keySet());
        assertEquals(
                Set.of(
                        "outcome=\"accepted\"",
                        "outcome=\"dead\"",
                        "outcome=\"empty\"",
                        "outcome=\"failed\"",
                        "outcome=\"put-off\""),
                series("humdash_gateway_webhook_attempts_total").keySet());
        String scrape = scrape();
        for (String gauge : List.of(
                "# HELP humdash_gateway_change_streams Streams of changes that are open\n",
                "# HELP humdash_gateway_webhook_paused Webhooks to which nothing is sent, for whatever reason\n",
                "# HELP humdash_gateway_webhook_dead Messages that no endpoint accepted and that are not tried any more\n",
                "# HELP humdash_gateway_webhook_oldest_waiting_seconds Age of the oldest message that waits to be"
                        + " accepted; 0 if none does\n")) {
            assertTrue(scrape.contains(gauge), gauge);
        }
    }

    @Test
    void labelsRequestsByTheirCollectionAndNeverByTheirPath() throws IOException {
        for (Route route : Route.values()) {
            incident.json(route.path(), "{}").json(route.path() + "/738/revisions", "{}");
            humanitarian.json(route.path(), "{}").json(route.path() + "/738/revisions", "{}");
            RawClient.get(gateway, route.path());
            RawClient.get(gateway, route.path() + "/738/revisions");
        }
        for (int i = 0; i < 20; i++) {
            RawClient.get(gateway, "/api/v1/claims/%2e%2e/" + i);
            RawClient.get(gateway, "/api/v1/unknown/" + i);
            RawClient.get(gateway, "//" + i);
            RawClient.get(gateway, "/api/v1/situation?asOf=" + i);
            RawClient.get(gateway, "/q/swagger-ui/" + i);
        }
        RawClient.get(gateway, "/api/v1/situation");

        Set<String> expected = new TreeSet<>(Set.of("/api/v1/situation", "/{path}"));
        for (Route route : Route.values()) {
            expected.addAll(List.of(route.path(), route.path() + "/{path}"));
        }
        Set<String> labels = labels(scrape());
        assertTrue(labels.containsAll(expected), labels.toString());
        expected.addAll(List.of("/q/{path}", "NOT_FOUND"));
        assertTrue(expected.containsAll(labels), labels.toString());
    }

    @Test
    void boundsTheMethodsThatBecomeLabels() throws IOException {
        for (int i = 0; i < 3; i++) {
            try (RawClient client = new RawClient(gateway)) {
                client.send("MADEUP" + i + " /api/v1/claims HTTP/1.1", "Host: x", "")
                        .answer();
            }
        }

        String scrape = scrape();
        assertTrue(scrape.contains("method=\"OTHER\""), scrape);
        assertTrue(!scrape.contains("MADEUP"), scrape);
    }

    @Test
    void countsRequestsByRoleRouteAndClassOfStatus() throws IOException {
        incident.json("/api/v1/claims/738", "{}");
        Map<String, Double> before = series("humdash_gateway_requests_total");

        RawClient.get(gateway, "/api/v1/claims/738");
        RawClient.get(gateway, "/api/v1/unknown/738");
        RawClient.get(gateway, "/api/v1/claims/738", "X-API-Key: nobodys");

        assertEquals(
                Map.of(
                        "role=\"anonymous\",route=\"/api/v1/claims/{path}\",status=\"2xx\"", 1.0,
                        "role=\"anonymous\",route=\"/api/v1/claims/{path}\",status=\"4xx\"", 1.0,
                        "role=\"anonymous\",route=\"/{path}\",status=\"4xx\"", 1.0),
                grown(before, series("humdash_gateway_requests_total")));
    }

    @Test
    void requestsHaveABucketThatEndsAtTheirGoal() throws IOException {
        RawClient.get(gateway, "/api/v1/situation");

        assertEquals(
                List.of("0.025", "0.05", "0.1", "0.25", "0.5", "1.0", "2.5", "5.0", "10.0", "+Inf"),
                scrape().lines()
                        .filter(line -> line.startsWith("http_server_requests_seconds_bucket{")
                                && line.contains("kind=\"read\"")
                                && line.contains("method=\"GET\"")
                                && line.contains("status=\"200\"")
                                && line.contains("uri=\"/api/v1/situation\""))
                        .map(line -> line.replaceAll(".*le=\"([^\"]*)\".*", "$1"))
                        .toList());
    }

    @Test
    void metricsAreNotServedToThePublic() throws IOException {
        assertEquals(404, RawClient.get(gateway, "/q/metrics").status());
        assertEquals(404, RawClient.get(gateway, "/q/health").status());
    }

    private String scrape() throws IOException {
        return RawClient.get(metrics, metrics.getPath(), "Accept: text/plain").body();
    }

    private Map<String, Double> series(String name) throws IOException {
        Map<String, Double> values = new TreeMap<>();
        scrape().lines().filter(line -> line.startsWith(name + "{")).forEach(line -> {
            // A template is a label that has braces too.
            int labelsEnd = line.lastIndexOf('}');
            // The format allows a comma after the last label, and the registry makes use of it.
            String labels = line.substring(name.length() + 1, labelsEnd).replaceAll(",$", "");
            values.put(labels, Double.valueOf(line.substring(labelsEnd + 2)));
        });
        return values;
    }

    private static Map<String, Double> grown(Map<String, Double> before, Map<String, Double> after) {
        Map<String, Double> grown = new TreeMap<>();
        after.forEach((labels, value) -> {
            if (!value.equals(before.getOrDefault(labels, 0.0))) {
                grown.put(labels, value - before.getOrDefault(labels, 0.0));
            }
        });
        return grown;
    }

    private static Set<String> labels(String scrape) {
        Set<String> labels = new TreeSet<>();
        Stream<String> requests = scrape.lines().filter(line -> line.startsWith("http_server_requests_seconds_count"));
        requests.forEach(line -> {
            Matcher matcher = URI_LABEL.matcher(line);
            if (matcher.find()) {
                labels.add(matcher.group(1));
            }
        });
        return labels;
    }
}
