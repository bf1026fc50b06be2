package org.humdash.local.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.humdash.local.e2e.RunningHumdash.Running;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What changed between two instants stays what it was, on the page as in the API, whatever changes later. */
@ExtendWith(RunningHumdash.class)
@ResourceLock(RunningHumdash.ONE)
class DifferenceIT {

    private static final String VIEW = "ceasefire=GAZA-2025-01&asOf=2025-03-18";

    private final HttpClient client = HttpClient.newHttpClient();
    private final Running humdash;

    DifferenceIT(Running humdash) {
        this.humdash = humdash;
    }

    @Test
    void anIncidentThatIsCorrectedAndRetractedLaterIsWhatItWas() throws Exception {
        String since = humdash.json("/api/v1/situation?" + VIEW).path("knownAt").asText();
        HttpResponse<String> posted = humdash.post(
                "/api/v1/incidents", "application/json", incident(since, 2, ""), humdash.administratorKey());
        assertEquals(201, posted.statusCode(), posted.body());
        JsonNode first = RunningHumdash.JSON.readTree(posted.body());
        String id = first.path("id").asText();
        String between = "?" + VIEW + "&since=" + since + "&knownAt="
                + first.at("/revision/recordedAt").asText();

        String diff = humdash.get("/api/v1/situation/diff" + between).body();
        String page = humdash.get("/" + between).body();
        JsonNode corrected = change(id, since, 3, "PUBLISHED", "CORRECTION");
        String until = "?" + VIEW + "&since=" + since + "&knownAt="
                + corrected.at("/revision/recordedAt").asText();
        String diffUntil = humdash.get("/api/v1/situation/diff" + until).body();
        change(id, since, 3, "RETRACTED", "RETRACTION");

        JsonNode incidents = RunningHumdash.JSON.readTree(diff).at("/changes/incidents");
        assertEquals(1, incidents.path("new").size(), diff);
        assertEquals("NEW", incidents.at("/new/0/reason").asText());
        assertEquals(2, incidents.at("/new/0/record/figures/killed/lower").asInt(), diff);
        assertEquals(
                3,
                RunningHumdash.JSON
                        .readTree(diffUntil)
                        .at("/changes/incidents/new/0/record/figures/killed/lower")
                        .asInt(),
                diffUntil);
        assertEquals(diff, humdash.get("/api/v1/situation/diff" + between).body());
        assertEquals(diffUntil, humdash.get("/api/v1/situation/diff" + until).body());
        assertTrue(page.contains("killed ≥ 2"), page);
        assertEquals(page, humdash.get("/" + between).body());
    }

    @ParameterizedTest
    @CsvSource({
        "claims, Claims with something to look at, ceasefire=GAZA-2025-10&",
        "observations, Statements about indicators with something to look at, ''"
    })
    void thePageCountsWhatTheLinterNoticed(String records, String name, String filter) throws Exception {
        String time = "asOf=2025-12-19&knownAt="
                + humdash.json("/api/v1/situation?asOf=2025-12-19")
                        .path("knownAt")
                        .asText();
        JsonNode findings = humdash.json("/api/v1/" + records + "/findings?" + filter + "area=PS02&limit=200&" + time);

        assertTrue(findings.path("items").size() > 0, findings.toString());
        String page = humdash.get("/?" + time).body();
        assertTrue(
                page.contains(
                        "<h3>" + name + ": <span>" + findings.path("items").size() + "</span></h3>"),
                page);
    }

    private JsonNode change(String id, String reference, int killed, String status, String reason) throws Exception {
        String path = "/api/v1/incidents/" + id;
        String tag = humdash.get(path, humdash.administratorKey())
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        HttpResponse<String> changed = client.send(
                HttpRequest.newBuilder(URI.create(humdash.address("gateway") + path))
                        .header("Authorization", "Bearer " + humdash.administratorKey())
                        .header("Content-Type", "application/json")
                        .header("If-Match", tag)
                        .PUT(HttpRequest.BodyPublishers.ofString(incident(
                                reference,
                                killed,
                                ",\"status\":\"" + status + "\",\"revisionReason\":\"" + reason
                                        + "\",\"revisionNote\":\"A test\"")))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertEquals(200, changed.statusCode(), changed.body());
        return RunningHumdash.JSON.readTree(changed.body());
    }

    private static String incident(String reference, int killed, String more) {
        return "{\"source\":\"AFP\",\"reference\":\"difference-" + reference + "\",\"ceasefire\":\"GAZA-2025-01\","
                + "\"type\":\"AIR_STRIKE\",\"occurredFrom\":\"2025-02-03\",\"place\":{\"adm2\":\"PS0260\"},"
                + "\"reports\":[{\"source\":\"AFP\",\"killed\":{\"value\":\"at least " + killed + "\"}}]" + more + "}";
    }
}
