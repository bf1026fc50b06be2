package org.humdash.local.e2e;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.humdash.local.e2e.RunningHumdash.Running;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/**
 * The scrapes of the three services as they run: what Prometheus' own tool says of them, how many series each meter has and may
 * have, how large they are, and that the findings that are counted are those that the API lists.
 */
class MetersIT {

    private static final Path PAGE = RunningHumdash.PROJECT.resolve("docs/metrics.md");

    private static final Map<String, String> SERVICES = Map.of(
            "incident-service", "incidentServiceManagement",
            "humanitarian-service", "humanitarianServiceManagement",
            "gateway", "gatewayManagement");

    /**
     * What the tool finds and we mean: days here are those of a calendar, of which one may have 23 hours and another 25, so a
     * number of seconds would be wrong.
     */
    private static final Set<String> MEANT = Set.of(
            "humdash_ceasefire_age_days use base unit \"seconds\" instead of \"days\"",
            "humdash_coverage_days use base unit \"seconds\" instead of \"days\"",
            "humdash_coverage_gap_days use base unit \"seconds\" instead of \"days\"",
            "humdash_ledger_days use base unit \"seconds\" instead of \"days\"",
            "humdash_ledger_streak_days use base unit \"seconds\" instead of \"days\"");

    /** Everything that a label may say of which there is as much as is recorded: nothing comes from what is asked. */
    private static final Map<String, Map<String, String>> RECORDED = Map.of(
            "incident",
            Map.of(
                    "ceasefire", "select code from ceasefire",
                    "source", "select code from source",
                    "originator", "select code from source",
                    "commitment", "select code from ceasefire_commitment",
                    "area", "select pcode from reporting.area union select 'unknown'"),
            "humanitarian",
            Map.of(
                    "indicator", "select code from indicator",
                    "definition", "select code from indicator_definition",
                    "originator", "select code from source_copy",
                    "area", "select area from observation_series",
                    "pull", "select code from pull"));

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static Running humdash;
    private static Map<String, String> onTheStartingData;
    private static Map<String, String> withIncidents;

    @BeforeAll
    static void scrapeTwice() throws Exception {
        humdash = Running.start();
        awaitMeters(List.of("humdash_findings{", "humdash_claim_value{", "humdash_ledger_days{"), "incident-service");
        awaitMeters(List.of("humdash_findings{", "humdash_indicator_value{"), "humanitarian-service");
        onTheStartingData = scrapes();
        ImportedSet.sendTo(humdash);
        humdash.json("/api/v1/situation?ceasefire=GAZA-2025-10&area=PS02");
        humdash.json("/api/v1/incidents?ceasefire=GAZA-2025-10");
        awaitMeters(
                List.of("humdash_incidents{", "humdash_incident_casualties_people{", "humdash_coverage_days{"),
                "incident-service");
        withIncidents = scrapes();
    }

    @AfterAll
    static void stop() throws IOException {
        if (humdash != null) {
            humdash.close();
        }
    }

    /** The names and texts of the framework's meters are not ours to choose. */
    @Test
    void prometheusOwnToolFindsNothingInOurMetersButWhatWeMean() throws Exception {
        Set<String> found = new TreeSet<>();
        for (String scrape : withIncidents.values()) {
            promtool(scrape).lines().filter(line -> line.startsWith("humdash_")).forEach(found::add);
        }
        assertEquals(new TreeSet<>(MEANT), found);
    }

    @Test
    void noMeterHasMoreSeriesThanIsWritten() throws Exception {
        List<Executable> checks = new ArrayList<>();
        for (String service : SERVICES.keySet()) {
            Map<String, Set<String>> recorded = recorded(service);
            Map<String, Integer> numbers = new TreeMap<>();
            recorded.forEach((label, values) -> numbers.put(label, values.size()));
            String scrape = withIncidents.get(service);
            MeterBounds.documented(PAGE, service)
                    .forEach((meter, bound) -> checks.add(() -> {
                        int series = MeterBounds.series(scrape, meter).size();
                        long most = MeterBounds.most(bound, numbers);
                        assertTrue(
                                series <= most,
                                service + " " + meter + " has " + series + " series, " + bound + " is " + most);
                    }));
            recorded.forEach((label, values) -> checks.add(() -> {
                Set<String> unknown = MeterBounds.values(scrape, label);
                unknown.removeAll(values);
                assertEquals(Set.of(), unknown, service + " has a " + label + " that is not recorded");
            }));
        }
        assertTrue(checks.size() > 50, "meters and labels: " + checks.size());
        assertAll(checks);
    }

    @Test
    void aScrapeOfTheStartingDataIsSmall() throws IOException {
        String page = Files.readString(PAGE);
        List<Executable> checks = new ArrayList<>();
        onTheStartingData.forEach((service, scrape) -> {
            long samples = scrape.lines().filter(line -> !line.startsWith("#")).count();
            long kilobytes = scrape.getBytes(StandardCharsets.UTF_8).length / 1024;
            Matcher written = Pattern.compile(service + "\\s+([\\d,]+)\\s+samples\\s+and\\s+(\\d+)\\s+KB")
                    .matcher(page);
            checks.add(() -> {
                assertTrue(written.find(), "docs/metrics.md does not say how large a scrape of " + service + " may be");
                assertTrue(
                        samples <= Long.parseLong(written.group(1).replace(",", ""))
                                && kilobytes <= Long.parseLong(written.group(2)),
                        service + " has " + samples + " samples in " + kilobytes + " KB");
            });
        });
        assertAll(checks);
    }

    /** The linter is asked in two ways; a viewer of the dashboards sees what a partner may see. */
    @Test
    void theFindingsThatAreCountedAreThoseThatAreListed() throws Exception {
        String partner = partnerKey();
        for (String kind : List.of("claims", "observations")) {
            String service = kind.equals("claims") ? "incident-service" : "humanitarian-service";
            Map<String, Long> listed = listed(kind, partner);
            assertTrue(!listed.isEmpty(), kind);
            await(kind)
                    .atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(() -> assertEquals(listed, counted(scrape(service))));
        }
    }

    private static Map<String, Long> listed(String kind, String key) throws IOException, InterruptedException {
        Map<String, Long> listed = new TreeMap<>();
        String cursor = "";
        do {
            HttpResponse<String> answer = humdash.get("/api/v1/" + kind + "/findings?limit=200" + cursor, key);
            assertEquals(200, answer.statusCode(), answer.body());
            JsonNode page = RunningHumdash.JSON.readTree(answer.body());
            for (JsonNode item : page.path("items")) {
                for (JsonNode finding : item.path("findings")) {
                    listed.merge(
                            finding.path("code").asText() + " "
                                    + finding.path("severity").asText(),
                            1L,
                            Long::sum);
                }
            }
            cursor = page.path("nextCursor").isNull()
                    ? ""
                    : "&cursor=" + page.path("nextCursor").asText();
        } while (!cursor.isEmpty());
        return listed;
    }

    private static Map<String, Long> counted(String scrape) {
        Map<String, Long> counted = new TreeMap<>();
        Matcher sample = Pattern.compile(
                        "^humdash_findings\\{rule=\"(\\w+)\",severity=\"(\\w+)\",?} ([0-9.E]+)$", Pattern.MULTILINE)
                .matcher(scrape);
        while (sample.find()) {
            long findings = (long) Double.parseDouble(sample.group(3));
            if (findings > 0) {
                counted.put(sample.group(1) + " " + sample.group(2), findings);
            }
        }
        return counted;
    }

    private static String partnerKey() throws Exception {
        HttpResponse<String> made = humdash.post(
                "/api/v1/api-keys",
                "application/json",
                "{\"owner\": \"Partner\", \"role\": \"PARTNER\"}",
                humdash.administratorKey());
        assertEquals(201, made.statusCode(), made.body());
        return RunningHumdash.JSON.readTree(made.body()).path("key").asText();
    }

    private static Map<String, Set<String>> recorded(String service) throws IOException, SQLException {
        if (service.equals("gateway")) {
            return Map.of("route", routes());
        }
        String database = service.replace("-service", "");
        Map<String, Set<String>> recorded = new TreeMap<>();
        try (Connection connection = humdash.owner(database);
                var statement = connection.createStatement()) {
            for (Map.Entry<String, String> label : RECORDED.get(database).entrySet()) {
                Set<String> values = new TreeSet<>();
                try (ResultSet row = statement.executeQuery(label.getValue())) {
                    while (row.next()) {
                        values.add(row.getString(1));
                    }
                }
                recorded.put(label.getKey(), values);
            }
        }
        return recorded;
    }

    /** The templates that stand for all paths. */
    private static Set<String> routes() throws IOException {
        String settings =
                Files.readString(RunningHumdash.PROJECT.resolve("gateway/src/main/resources/application.properties"));
        Matcher template =
                Pattern.compile("^  \\S+?=(/[^,\\\\\\s]+)", Pattern.MULTILINE).matcher(settings);
        Set<String> routes = new TreeSet<>();
        while (template.find()) {
            routes.add(template.group(1));
        }
        return routes;
    }

    private static void awaitMeters(List<String> starts, String service) {
        await(service)
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> {
                    String scrape = scrape(service);
                    return starts.stream().allMatch(start -> scrape.contains("\n" + start));
                });
    }

    private static Map<String, String> scrapes() throws IOException, InterruptedException {
        Map<String, String> scrapes = new TreeMap<>();
        for (String service : SERVICES.keySet()) {
            scrapes.put(service, scrape(service));
        }
        return scrapes;
    }

    /** In the text format, which is the one that the tool reads. */
    private static String scrape(String service) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(humdash.address(SERVICES.get(service)) + "/q/metrics"))
                .header("Accept", "text/plain")
                .build();
        HttpResponse<String> scraped = HTTP.send(request, BodyHandlers.ofString());
        assertEquals(200, scraped.statusCode());
        return scraped.body();
    }

    /** What the tool has to say: a line for each thing it finds odd, which begins with the name of the meter. */
    private static String promtool(String scrape) throws IOException, InterruptedException {
        Process promtool;
        try {
            promtool = new ProcessBuilder("promtool", "check", "metrics")
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            assumeTrue(false, "NOT TESTED: there is no promtool on the PATH; it comes with the package prometheus");
            return "";
        }
        try (var in = promtool.getOutputStream()) {
            in.write(scrape.getBytes(StandardCharsets.UTF_8));
        }
        String output = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = promtool.waitFor();
        // 3: it could read the scrape and has something to say. Anything else is no answer.
        assertTrue(code == 0 || code == 3, "promtool ended with " + code + ": " + output);
        assertEquals(code == 0, output.isBlank(), output);
        return output;
    }
}
