package org.humdash.local.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What programs and Prometheus answer, and what is made of it. */
@Timeout(60)
class ProgramChecksTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2025-12-19T12:00:00Z"), ZoneOffset.UTC);

    private final Web web = new Web();
    private HttpServer server;
    private URI address;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
        address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @AfterEach
    void stop() {
        server.stop(0);
        web.close();
    }

    @Test
    void aProgramThatIsNotReadyNamesWhatIsDown() throws Exception {
        answer("/a/q/health/ready", 200, "{}");
        answer(
                "/b/q/health/ready",
                503,
                "{\"checks\": [{\"name\": \"Disk\", \"status\": \"UP\"}, {\"name\": \"Database\", \"status\": \"DOWN\"}]}");

        assertEquals(
                List.of(
                        Finding.ok("ready", "gateway", "ready"),
                        Finding.problem(
                                "ready",
                                "incident-service",
                                "answers 503, not ready: Database",
                                "look at its log; if it names the database, see the lines about databases here")),
                new ReadyCheck(programs("gateway", "/a", "incident-service", "/b"), web).look());
    }

    @Test
    void aProgramThatDoesNotAnswerIsAProblem() throws Exception {
        server.stop(0);

        List<Finding> findings = new ReadyCheck(programs("gateway", ""), web).look();

        assertEquals(
                List.of(Finding.problem(
                        "ready",
                        "gateway",
                        "does not answer at " + address,
                        "start it, or look at the end of its log for why it ended")),
                findings);
    }

    @Test
    void nothingThatRunsIsAProblem() throws Exception {
        assertEquals(
                Level.PROBLEM, new ReadyCheck(Map.of(), web).look().getFirst().level());
    }

    @Test
    void programsOfOneVersionWhoseClocksAgreeAreInOrder() throws Exception {
        answer("/a/q/program", 200, "{\"version\": \"1.0\", \"now\": \"2025-12-19T12:00:01.900Z\"}");
        answer("/b/q/program", 200, "{\"version\": \"1.0\", \"now\": \"2025-12-19T11:59:58.100Z\"}");

        assertEquals(
                List.of(
                        Finding.ok("clock", "gateway", "within 2 s of this machine"),
                        Finding.ok("clock", "incident-service", "within 2 s of this machine"),
                        Finding.ok("version", "gateway, incident-service", "all of version 1.0")),
                look("gateway", "/a", "incident-service", "/b"));
    }

    @Test
    void programsOfTwoVersionsAreAProblemAndOneThatTellsNoneAWarning() throws Exception {
        answer("/a/q/program", 200, "{\"version\": \"1.0\", \"now\": \"2025-12-19T12:00:00Z\"}");
        answer("/b/q/program", 200, "{\"version\": \"1.1\", \"now\": \"2025-12-19T12:00:00Z\"}");
        answer("/c/q/program", 404, "");

        List<Finding> findings = look("gateway", "/a", "incident-service", "/b", "humanitarian-service", "/c");

        assertEquals(
                "are not of one version: {gateway=1.0, incident-service=1.1}",
                findings.getLast().what());
        assertEquals(Level.PROBLEM, findings.getLast().level());
        assertEquals("does not tell its version", findings.get(2).what());
        assertEquals(Level.WARNING, findings.get(2).level());
    }

    @Test
    void aClockIsJudgedByHowFarItIsOff() throws Exception {
        answer("/a/q/program", 200, "{\"version\": \"1.0\", \"now\": \"2025-12-19T12:00:02.500Z\"}");
        answer("/b/q/program", 200, "{\"version\": \"1.0\", \"now\": \"2025-12-19T11:59:29Z\"}");

        List<Finding> findings = look("gateway", "/a", "incident-service", "/b");

        assertEquals(Level.WARNING, findings.get(0).level());
        assertEquals("2.5 s ahead of this machine", findings.get(0).what());
        assertEquals(Level.PROBLEM, findings.get(1).level());
        assertEquals("31.0 s behind this machine", findings.get(1).what());
    }

    @Test
    void aSlowAnswerIsNoWrongClock() {
        Instant asked = NOON.instant();

        assertEquals(
                Level.OK,
                Skew.of("gateway", asked, asked.plusSeconds(5), asked.plusSeconds(9))
                        .level());
    }

    @Test
    void aGatewayThatDoesNotReachAServiceIsAProblem() throws Exception {
        answer("/api/v1/violation-types", 200, "[]");
        answer("/api/v1/indicators", 503, "{}");

        assertEquals(
                List.of(
                        Finding.ok("route", "gateway to incident-service", "answers"),
                        Finding.problem(
                                "route",
                                "gateway to humanitarian-service",
                                "/api/v1/indicators?limit=1 answers 503",
                                "see that the service is ready, and that the gateway is told where it is")),
                new RouteCheck(address, web).look());
    }

    @Test
    void prometheusTellsWhatItDoesNotReachAndWhatFires() throws Exception {
        answer("/api/v1/targets", 200, """
                {"data": {"activeTargets": [
                 {"labels": {"job": "gateway", "instance": "g:1"}, "health": "up"},
                 {"labels": {"job": "incident-service", "instance": "i:1"}, "health": "down", "lastError": "refused"}]}}""");
        answer("/api/v1/alerts", 200, """
                {"data": {"alerts": [
                 {"labels": {"alertname": "Watchdog", "severity": "none"}, "state": "firing"},
                 {"labels": {"alertname": "ClaimStale", "severity": "info"}, "state": "firing"},
                 {"labels": {"alertname": "ServiceErrors", "severity": "critical"}, "state": "pending"},
                 {"labels": {"alertname": "ServiceDown", "severity": "critical"}, "state": "firing",
                  "annotations": {"summary": "It is down.", "runbook_url": "deploy/runbooks/ServiceDown.md"}}]}}""");

        assertEquals(
                List.of(
                        Finding.ok("prometheus", "gateway at g:1", "is scraped"),
                        Finding.problem(
                                "prometheus",
                                "incident-service at i:1",
                                "is not scraped: refused",
                                "see that the program is ready and that Prometheus may reach its management port"),
                        Finding.problem(
                                "prometheus",
                                "humanitarian-service",
                                "is no target of Prometheus",
                                "give it the scrape configuration of deploy/prometheus"),
                        Finding.ok("prometheus", "Watchdog", "fires, as it always should"),
                        Finding.warning(
                                "prometheus",
                                "ServiceDown",
                                "fires: It is down.",
                                "see deploy/runbooks/ServiceDown.md")),
                new PrometheusCheck(address, Set.of("gateway", "incident-service", "humanitarian-service"), web)
                        .look());
    }

    @Test
    void rulesThatAreNotEvaluatedAreAProblem() throws Exception {
        answer("/api/v1/targets", 200, "{\"data\": {\"activeTargets\": []}}");
        answer("/api/v1/alerts", 200, "{\"data\": {\"alerts\": []}}");

        List<Finding> findings = new PrometheusCheck(address, Set.of(), web).look();

        assertEquals(1, findings.size());
        assertEquals(Level.PROBLEM, findings.getFirst().level());
        assertEquals(
                "does not fire: the rules are not evaluated",
                findings.getFirst().what());
    }

    private List<Finding> look(String... programs) throws InterruptedException {
        return new ProgramCheck(programs(programs), web, NOON).look();
    }

    private Map<String, URI> programs(String... namesAndPaths) {
        Map<String, URI> programs = new LinkedHashMap<>();
        for (int n = 0; n < namesAndPaths.length; n += 2) {
            programs.put(namesAndPaths[n], URI.create(address + namesAndPaths[n + 1]));
        }
        return programs;
    }

    private void answer(String path, int status, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        server.createContext(path, exchange -> {
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            try (var out = exchange.getResponseBody()) {
                out.write(bytes);
            }
        });
    }
}
