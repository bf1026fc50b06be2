package org.humdash.local.e2e;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.humdash.local.e2e.Dashboard.Query;
import org.humdash.local.e2e.Dashboard.Variable;
import org.humdash.local.e2e.RunningHumdash.Running;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * A minute of reads, writes and files from several callers at once; then what the meters, Prometheus and the panels of the
 * dashboards say must be what was sent, to the last row.
 */
@Isolated("It says how many requests were answered, and how fast.")
class LoadIT {

    private static final Duration DRIVEN = Duration.ofMinutes(1);
    private static final int SENDERS = 4;
    private static final int MILLIS_BETWEEN = 50;

    /** Longer than the gauges and Prometheus take to see what changed, together. */
    private static final Duration SEEN = Duration.ofSeconds(90);

    /** What others ask of the gateway by themselves: the services its keys, the launcher its health. */
    private static final Pattern NOT_OURS = Pattern.compile("uri=\"/(?:\\.well-known|q)/");

    private static Running humdash;
    private static SentLoad sent;
    private static Map<String, Long> answeredBefore;
    private static Map<String, Double> rowsBefore;

    /**
     * What a panel must show.
     *
     * @param board the file in deploy/grafana/dashboards
     * @param area what the board is opened for
     * @param column whose cells are looked at
     * @param shows what stands in it, row by row, of what was sent
     */
    private record Panel(
            String board,
            String area,
            String title,
            String query,
            String column,
            Function<SentLoad, List<String>> shows) {}

    /**
     * What a panel must show that asks Prometheus.
     *
     * @param shows the value of each series, the smallest first
     */
    private record LivePanel(String title, String query, List<Double> shows) {}

    /** Incidents are in several governorates; this stands for all of them. */
    private static final String EVERYWHERE = "PS";

    /** Every panel that is held against the load; a new board adds its lines here. */
    private static final List<Panel> PANELS = List.of(
            new Panel(
                    "situation",
                    SentLoad.AREA,
                    "Violations alleged",
                    "A",
                    "value",
                    load -> List.of(Integer.toString(SentLoad.violations(load.daysOfClaims() - 1)))),
            new Panel(
                    "situation",
                    SentLoad.AREA,
                    "Killed since the ceasefire, as claimed",
                    "A",
                    "value",
                    load -> List.of("≥ " + SentLoad.killedClaimed(load.daysOfClaims() - 1))),
            new Panel(
                    "situation",
                    SentLoad.AREA,
                    "Violations alleged since the ceasefire, by source",
                    "A",
                    "value",
                    load -> each(load.daysOfClaims(), SentLoad::violations)),
            new Panel(
                    "situation",
                    SentLoad.AREA,
                    "Killed and injured since the ceasefire, as claimed",
                    "A",
                    "value",
                    load -> each(load.daysOfClaims(), SentLoad::killedClaimed)),
            new Panel(
                    "situation",
                    SentLoad.AREA,
                    "People sheltering",
                    "A",
                    "value",
                    load -> List.of("%,d".formatted(SentLoad.sheltering(load.daysOfObservations() - 1)))),
            new Panel(
                    "violations",
                    EVERYWHERE,
                    "Violations documented",
                    "A",
                    "value",
                    load -> List.of("%,d".formatted(incidents(load)))),
            new Panel(
                    "violations",
                    EVERYWHERE,
                    "Killed, as documented",
                    "A",
                    "value",
                    load -> List.of("%,d".formatted(load.killed()))),
            new Panel(
                    "violations",
                    EVERYWHERE,
                    "By grade",
                    "A",
                    "value",
                    load -> List.of(Long.toString(incidents(load)))),
            new Panel(
                    "violations",
                    SentLoad.AREA,
                    "Claimed, and how much of it is documented",
                    "A",
                    "value",
                    load -> List.of(Integer.toString(SentLoad.violations(load.daysOfClaims() - 1)))));

    /** Panels of "Service health" whose numbers are exact: rates are not. */
    private static final List<LivePanel> LIVE_PANELS = List.of(
            new LivePanel("Services that answer", "A", List.of(1.0, 1.0, 1.0)),
            new LivePanel("Failed requests, last 30 days", "A", List.of(0.0)),
            new LivePanel("Allowance left for failures", "A", List.of(1.0)),
            new LivePanel("Under way and refused", "A", List.of(0.0)),
            new LivePanel("Feed lag", "A", List.of(0.0, 0.0)),
            new LivePanel("Webhooks", "A", List.of(0.0)));

    @BeforeAll
    static void drive() throws Exception {
        humdash = Running.start();
        prepare();
        sent = new SentLoad(humdash);
        List<String> keys = new ArrayList<>();
        for (int sender = 0; sender < SENDERS; sender++) {
            keys.add(key("Sender " + sender));
        }
        answeredBefore = answered();
        rowsBefore = rows();
        long end = System.nanoTime() + DRIVEN.toNanos();
        try (ScheduledExecutorService senders = Executors.newScheduledThreadPool(SENDERS)) {
            List<ScheduledFuture<?>> running = new ArrayList<>();
            for (int sender = 0; sender < SENDERS; sender++) {
                running.add(senders.scheduleAtFixedRate(
                        new Sender(sender, keys.get(sender)), 0, MILLIS_BETWEEN, TimeUnit.MILLISECONDS));
            }
            await().pollInterval(Duration.ofMillis(200))
                    .atMost(DRIVEN.plusSeconds(30))
                    .until(() -> System.nanoTime() > end || running.stream().anyMatch(ScheduledFuture::isDone));
            running.forEach(sender -> sender.cancel(false));
            for (ScheduledFuture<?> sender : running) {
                if (!sender.isCancelled()) {
                    sender.get();
                }
            }
        }
    }

    /** Sends one request each time; the first that goes wrong ends it, and so the test. */
    private static final class Sender implements Runnable {

        private final int number;
        private final String key;
        private int n;

        Sender(int number, String key) {
            this.number = number;
            this.key = key;
        }

        @Override
        public void run() {
            try {
                sent.send(number, n++, key);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @AfterAll
    static void stop() throws IOException {
        if (humdash != null) {
            humdash.close();
        }
    }

    @Test
    void theLoadWasALoad() {
        assertEquals(Set.of(200, 201, 400, 401, 404), sent.answers().keySet());
        assertTrue(
                sent.answers().values().stream().mapToLong(n -> n).sum() > 200,
                sent.answers().toString());
        assertTrue(
                sent.daysOfClaims() > 3 && sent.daysOfObservations() > 3,
                sent.rows().toString());
    }

    @Test
    void theGatewayCountedEveryAnswerByItsStatus() {
        Map<String, Long> expected = new TreeMap<>(answeredBefore);
        sent.answers().forEach((status, times) -> expected.merge(status.toString(), times, Long::sum));

        await().atMost(SEEN).untilAsserted(() -> assertEquals(expected, answered()));
    }

    @Test
    void theServicesCountedEveryRowByItsOutcome() {
        Map<String, Double> expected = new TreeMap<>(rowsBefore);
        sent.rows().forEach((outcome, rows) -> expected.merge(outcome, rows.doubleValue(), Double::sum));
        expected.values().removeIf(rows -> rows == 0);

        await().atMost(SEEN).untilAsserted(() -> {
            Map<String, Double> counted = rows();
            counted.values().removeIf(rows -> rows == 0);
            assertEquals(expected, counted);
        });
    }

    @Test
    void theGaugesShowWhatIsDocumentedAndClaimed() {
        String ceasefire = "ceasefire=\"" + SentLoad.CEASEFIRE + "\"";
        String newestClaim = Integer.toString(SentLoad.violations(sent.daysOfClaims() - 1));
        await().atMost(SEEN).untilAsserted(() -> {
            String scraped = scrape("incidentServiceManagement");
            Map<String, Long> byType = new TreeMap<>();
            samples(scraped, "humdash_incidents", ceasefire)
                    .forEach((labels, value) -> byType.merge(label(labels, "type"), value.longValue(), Long::sum));
            assertEquals(sent.incidentsByType(), byType);
            assertEquals(
                    (double) sent.killed(),
                    sum(
                            scraped,
                            "humdash_incident_casualties_people",
                            ceasefire,
                            "measure=\"KILLED\"",
                            "bound=\"best\""));
            assertEquals(
                    (double) sent.attackDays(), sum(scraped, "humdash_ledger_days", ceasefire, "status=\"attack\""));
            assertEquals(
                    Double.parseDouble(newestClaim),
                    sum(
                            scraped,
                            "humdash_claim_value",
                            ceasefire,
                            "measure=\"VIOLATIONS\"",
                            "type=\"ALL\"",
                            "bound=\"best\""));
            assertEquals(
                    (double) SentLoad.sheltering(sent.daysOfObservations() - 1),
                    sum(
                            scrape("humanitarianServiceManagement"),
                            "humdash_indicator_value",
                            "originator=\"" + SentLoad.OFFICE + "\"",
                            "indicator=\"SHELTER_PEOPLE_ALL\"",
                            "bound=\"best\""));
        });
    }

    @Test
    void prometheusHasTheSame() {
        assumeTrue(!humdash.address("prometheus").isEmpty(), "NOT TESTED: there is no prometheus on the PATH");
        Map<String, Long> expected = new TreeMap<>(answeredBefore);
        sent.answers().forEach((status, times) -> expected.merge(status.toString(), times, Long::sum));

        await().atMost(SEEN).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
            assertEquals(
                    expected,
                    asked(
                            "sum by (status) (http_server_requests_seconds_count{job=\"gateway\",uri!~\"/(\\\\.well-known|q)/.*\"})",
                            "status"));
            assertEquals(
                    sent.incidentsByType(),
                    asked("sum by (type) (humdash_incidents{ceasefire=\"" + SentLoad.CEASEFIRE + "\"})", "type"));
            assertEquals(
                    sent.rows().get("observations refused"),
                    asked(
                                    "sum by (outcome) (humdash_import_rows_total{kind=\"observations\",outcome=\"refused\"})",
                                    "outcome")
                            .get("refused"));
        });
    }

    @Test
    void thePanelsShowWhatWasSent() {
        assertAll(PANELS.stream()
                .map(panel -> () -> assertEquals(panel.shows().apply(sent), shown(panel), panel.title())));
    }

    @Test
    void theLivePanelsShowThatAllWasAnswered() {
        assumeTrue(!humdash.address("prometheus").isEmpty(), "NOT TESTED: there is no prometheus on the PATH");
        assertAll(LIVE_PANELS.stream()
                .map(panel -> () -> await(panel.title())
                        .atMost(SEEN)
                        .pollInterval(Duration.ofSeconds(1))
                        .untilAsserted(() -> assertEquals(panel.shows(), shown(panel), panel.title()))));
    }

    @Test
    void theReportingViewsCountTheIncidentsOfEachType() throws SQLException {
        Map<String, Long> byType = new TreeMap<>();
        try (Connection connection = humdash.reader("incident");
                var statement = connection.prepareStatement("select type, sum(incidents) from reporting.incident_day"
                        + " where superseded_at is null and ceasefire = ? group by type")) {
            statement.setString(1, SentLoad.CEASEFIRE);
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    byType.put(found.getString(1), found.getLong(2));
                }
            }
        }
        assertEquals(sent.incidentsByType(), byType);
    }

    private static void prepare() throws Exception {
        String administrator = humdash.administratorKey();
        require(
                201,
                humdash.post("/api/v1/sources", "application/json", """
                {"code": "%s", "name": {"en": "Office under load"}, "kind": "GOVERNMENT"}""".formatted(SentLoad.OFFICE), administrator));
        require(
                201,
                humdash.post(
                        "/api/v1/ceasefires", "application/json", """
                {"code": "%s", "name": {"en": "Ceasefire under load", "ar": "هدنة"}, "area": "PS02",
                 "effectiveAt": "2025-10-10T12:00:00+03:00", "timeZone": "Asia/Gaza",
                 "parties": ["Party A", "Party B"], "mediators": ["Mediator"]}""".formatted(SentLoad.CEASEFIRE), administrator));
    }

    private static String key(String owner) throws Exception {
        HttpResponse<String> made = humdash.post(
                "/api/v1/api-keys",
                "application/json",
                "{\"owner\": \"" + owner + "\", \"role\": \"CONTRIBUTOR\"}",
                humdash.administratorKey());
        require(201, made);
        return RunningHumdash.JSON.readTree(made.body()).path("key").asText();
    }

    private static void require(int status, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode(), answer.body());
    }

    private static List<String> each(int days, IntUnaryOperator figure) {
        return IntStream.range(0, days).map(figure).mapToObj(Integer::toString).toList();
    }

    /** What a panel shows of the ceasefire and the area of the load, asked as a viewer of the dashboard asks. */
    private static List<String> shown(Panel panel) throws IOException, SQLException {
        Dashboard dashboard = board(panel.board());
        Map<String, String> set = Map.of(
                "ceasefire",
                SentLoad.CEASEFIRE,
                "area",
                panel.area(),
                "known_at",
                "infinity",
                "live_window_end",
                Long.toString(Instant.now().getEpochSecond()));
        set.forEach(dashboard::set);
        DataSources sources = new DataSources(humdash);
        for (Variable variable : dashboard.variables()) {
            if (variable.query() != null && !set.containsKey(variable.name())) {
                dashboard.choose(variable, sources.firstColumn(dashboard, variable.query()));
            }
        }
        Query query = query(dashboard, panel.title(), panel.query());
        List<String> cells = new ArrayList<>();
        try (Connection connection = humdash.reader(query.source().substring("humdash-".length()));
                ResultSet rows = connection.createStatement().executeQuery(dashboard.expand(query))) {
            while (rows.next()) {
                Object cell = rows.getObject(panel.column());
                cells.add(
                        cell instanceof BigDecimal number
                                ? number.stripTrailingZeros().toPlainString()
                                : String.valueOf(cell));
            }
        }
        return cells;
    }

    private static List<Double> shown(LivePanel panel) throws IOException, InterruptedException {
        Dashboard dashboard = board("service-health");
        dashboard.variables().forEach(variable -> dashboard.set(variable.name(), variable.all()));
        return answered(dashboard.expand(query(dashboard, panel.title(), panel.query()))).stream()
                .map(sample -> Double.valueOf(sample.at("/value/1").asText()))
                .sorted()
                .toList();
    }

    private static Dashboard board(String name) throws IOException {
        return new Dashboard(RunningHumdash.PROJECT.resolve("deploy/grafana/dashboards/" + name + ".json"));
    }

    private static Query query(Dashboard dashboard, String title, String query) {
        String place = "panel \"" + title + "\" " + query;
        return dashboard.queries().stream()
                .filter(found -> found.place().equals(place))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no " + place));
    }

    private static long incidents(SentLoad load) {
        return load.incidentsByType().values().stream().mapToLong(n -> n).sum();
    }

    /** How many requests of others than the programs themselves the gateway answered, by status. */
    private static Map<String, Long> answered() throws IOException, InterruptedException {
        Map<String, Long> byStatus = new TreeMap<>();
        samples(scrape("gatewayManagement"), "http_server_requests_seconds_count")
                .forEach((labels, times) -> {
                    if (!NOT_OURS.matcher(labels).find()) {
                        byStatus.merge(label(labels, "status"), times.longValue(), Long::sum);
                    }
                });
        return byStatus;
    }

    private static Map<String, Double> rows() throws IOException, InterruptedException {
        Map<String, Double> rows = new TreeMap<>();
        for (String service : List.of("incidentServiceManagement", "humanitarianServiceManagement")) {
            samples(scrape(service), "humdash_import_rows_total")
                    .forEach((labels, value) ->
                            rows.merge(label(labels, "kind") + " " + label(labels, "outcome"), value, Double::sum));
        }
        return rows;
    }

    private static String scrape(String address) throws IOException, InterruptedException {
        HttpResponse<String> scraped = humdash.getUrl(humdash.address(address) + "/q/metrics");
        assertEquals(200, scraped.statusCode());
        return scraped.body();
    }

    /** The samples of a meter that have all these labels, by their labels. */
    private static Map<String, Double> samples(String scraped, String name, String... having) {
        Map<String, Double> samples = new TreeMap<>();
        scraped.lines()
                .filter(line -> line.startsWith(name + "{"))
                .filter(line -> List.of(having).stream().allMatch(line::contains))
                .forEach(line -> {
                    int end = line.lastIndexOf('}');
                    samples.put(
                            line.substring(name.length(), end + 1),
                            Double.valueOf(line.substring(end + 1).strip()));
                });
        return samples;
    }

    private static double sum(String scraped, String name, String... having) {
        return samples(scraped, name, having).values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
    }

    private static String label(String labels, String name) {
        Matcher found = Pattern.compile("[{,]" + name + "=\"([^\"]*)\"").matcher(labels);
        assertTrue(found.find(), name + " in " + labels);
        return found.group(1);
    }

    /** The samples that Prometheus answers with, by a label. */
    private static Map<String, Long> asked(String query, String by) throws IOException, InterruptedException {
        Map<String, Long> samples = new TreeMap<>();
        for (JsonNode sample : answered(query)) {
            samples.put(sample.at("/metric/" + by).asText(), (long)
                    Double.parseDouble(sample.at("/value/1").asText()));
        }
        return samples;
    }

    private static List<JsonNode> answered(String query) throws IOException, InterruptedException {
        HttpResponse<String> answer = humdash.getUrl(humdash.address("prometheus") + "/api/v1/query?query="
                + URLEncoder.encode(query, StandardCharsets.UTF_8));
        assertEquals(200, answer.statusCode(), answer.body());
        List<JsonNode> samples = new ArrayList<>();
        RunningHumdash.JSON.readTree(answer.body()).at("/data/result").forEach(samples::add);
        return samples;
    }
}
