package org.humdash.humanitarian.sensitivity;

import static org.hamcrest.Matchers.is;
import static org.humdash.humanitarian.Installation.contributor;
import static org.humdash.humanitarian.Installation.importing;
import static org.humdash.humanitarian.Installation.staff;
import static org.humdash.humanitarian.alert.Alerts.cap;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.humdash.humanitarian.Installation;

/** Records of one scene, all written through the API. */
final class Records {

    /** In the words of hidden records alone. */
    static final String WORD = "zanzibar";

    private static final String HEADER =
            "indicator,area,originator,publisher,reference,relay_of,definition,value,valid_from,"
                    + "valid_to,published_on,hazard,sex,report,text,language,sensitivity,revision_reason\n";

    private final Scene scene;

    private Records(Scene scene) {
        this.scene = scene;
    }

    /**
     * What can be named when asking.
     *
     * @param begin an instant before anything was recorded
     * @param ids of visible records, by the first word of their route
     */
    record Scene(Installation at, String name, String glide, String begin, Map<String, String> ids) {

        String hazard(String suffix) {
            return "STORM-" + name + "-" + suffix;
        }

        /** An indicator that a promise is held against. */
        String total() {
            return at.indicator + "_ALL";
        }

        String sender() {
            return name.toLowerCase() + "@example.org";
        }

        String ceasefire() {
            return "TEST-" + name;
        }
    }

    /** @param number of two digits, different for every scene */
    static Records named(String name, int number) {
        Installation at = Installation.named("SENSE" + name);
        String begin = Instant.now().toString();
        return new Records(new Scene(at, name, "ST-2025-0008%02d-PSE".formatted(number), begin, new HashMap<>()));
    }

    Scene scene() {
        return scene;
    }

    /** What everybody sees, and something that partners see. */
    void visible() {
        hazard("SEEN", "LOW");
        contributor()
                .contentType(ContentType.JSON)
                .body("""
                        {"code": "%s", "name": {"en": "People since then"}, "unit": "people", "kind": "CUMULATIVE",
                         "aggregation": "LAST", "definition": {"en": "People counted"}}""".formatted(scene.total()))
                .post("/api/v1/indicators")
                .then()
                .statusCode(201);
        String alert = alert("seen", "Alert", "", "LOW");
        take(
                row("PS02", "w-1", "", "", "900", "2025-12-10,2025-12-12,2025-12-13", "", "", "LOW", ""),
                row("PS02", "w-2", "", "", "at least 950", "2025-12-10,2025-12-14,2025-12-15", "", "", "LOW", ""),
                row("PS02", "w-3", "w-2", "", "950", "2025-12-10,2025-12-14,2025-12-16", "", "", "LOW", ""),
                row("PS02", "w-4", "", "OTHER_WAY", "700", "2025-12-10,2025-12-13,", "", "", "LOW", ""),
                row("PS02", "w-5", "", "", "300", "2025-12-10,2025-12-14,", "", "FEMALE", "LOW", ""),
                row("PS02", "w-6", "", "", "20", "2025-12-10,2025-12-13,", "SEEN", "", "LOW", ""),
                row("PS02", "w-7", "", "", "910", "2025-12-11,2025-12-13,", "", "", "LOW", ""),
                row("PS02", "w-8", "", "", "8", "2025-12-10,2025-12-11,", "", "", "MODERATE", ""),
                row("PS0260", "c-1", "", "", "400", "2025-12-10,2025-12-14,", "", "", "LOW", ""),
                row("PS0275", "c-2", "", "", "500", "2025-12-10,2025-12-14,", "", "", "LOW", ""),
                unreported("PS02", "2025-12-15", "LOW"),
                total("t-1", "3000", "2025-12-10,2025-12-13", "LOW", ""),
                total("t-2", "2900", "2025-12-10,2025-12-14", "LOW", ""),
                population("PS02", "p-1", "2000000", "2025-07-01", "LOW"));
        take(row("PS02", "w-7", "", "", "915", "2025-12-11,2025-12-13,", "", "", "LOW", "CORRECTION"));
        contributor()
                .contentType(ContentType.JSON)
                .body("""
                        {"ceasefire": "%s", "code": "PROMISE", "title": {"en": "Promise"}, "area": "PS02",
                         "quantityPerDay": 300, "unit": "people", "from": "2025-12-10", "source": "%s",
                         "delivered": ["%s"]}""".formatted(scene.ceasefire(), scene.at.office, scene.total()))
                .post("/api/v1/commitments")
                .then()
                .statusCode(201);
        contributor()
                .contentType(ContentType.JSON)
                .body("{\"sourcePriority\": [\"%s\"], \"note\": {\"en\": \"It counts\"}}".formatted(scene.at.office))
                .put("/api/v1/headline-policies/" + scene.at.indicator)
                .then()
                .statusCode(201);
        scene.ids.put("alerts", alert);
        scene.ids.put("observations", id("w-2"));
    }

    /** Ids of what was recorded, by kind, and the instants it was recorded at. */
    record Hidden(Map<String, List<String>> ids, List<String> instants) {}

    /**
     * Records of every kind that end up at a level.
     *
     * @param begins the sensitivity they are recorded with; they are raised later if that is not the level
     * @param level what they are in the end
     */
    Hidden hidden(String begins, String level) {
        hazard("HIDDEN", begins);
        String cancellation = alert(
                "hidden",
                "Cancel",
                "<references>" + scene.sender() + ",seen,2025-12-10T06:00:00+02:00</references>",
                begins);
        figures(begins, "");
        List<String> instants = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        for (String reference : List.of("h-1", "h-2", "h-9")) {
            ids.add(id(reference));
            instants.add(staff().get("/api/v1/observations/" + id(reference)).path("revision.recordedAt"));
        }
        instants.add(staff().get("/api/v1/hazards/" + scene.hazard("HIDDEN")).path("revision.recordedAt"));
        instants.add(staff().get("/api/v1/alerts/" + cancellation).path("revision.recordedAt"));
        if (!begins.equals(level)) {
            raise(cancellation, level);
            raiseHazard("HIDDEN", level);
            figures(level, "RECLASSIFICATION");
        }
        return new Hidden(
                Map.of(
                        "observations", ids,
                        "hazards", List.of(scene.hazard("HIDDEN")),
                        "alerts", List.of(cancellation)),
                instants);
    }

    /** Newer, greater and other figures than those that are seen, each of which would change some answer. */
    private void figures(String sensitivity, String reason) {
        take(
                row("PS02", "h-1", "", "", "2000", "2025-12-10,2025-12-16,2025-12-17", "", "", sensitivity, reason),
                row("PS02", "h-2", "h-1", "", "1", "2025-12-10,2025-12-16,2025-12-18", "", "", sensitivity, reason),
                row("PS02", "h-3", "w-2", "", "7", "2025-12-10,2025-12-14,2025-12-13", "", "", sensitivity, reason),
                row("PS02", "h-4", "", "OTHER_WAY", "9", "2025-12-10,2025-12-16,", "", "", sensitivity, reason),
                row("PS02", "h-5", "", "", "9", "2025-12-10,2025-12-16,", "", "FEMALE", sensitivity, reason),
                row("PS02", "h-6", "", "", "99", "2025-12-10,2025-12-16,", "SEEN", "", sensitivity, reason),
                row("PS02", "h-7", "", "", "98", "2025-12-10,2025-12-16,", "HIDDEN", "", sensitivity, reason),
                row("PS02", "h-8", "", "", "600000", "2025-12-10,2025-12-13,", "", "", sensitivity, reason),
                row("PS02", "h-9", "", "", "3", "2025-12-10,2099-12-31,", "", "", sensitivity, reason),
                row("PS0260", "h-10", "", "", "9", "2025-12-10,2025-12-15,", "", "", sensitivity, reason),
                row("PS0265", "h-11", "", "", "9", "2025-12-10,2025-12-14,", "", "", sensitivity, reason),
                total("h-14", "9000", "2025-12-10,2025-12-13", sensitivity, reason),
                total("h-15", "1", "2025-12-10,2025-12-16", sensitivity, reason),
                unreported("PS02", "2025-12-13", sensitivity),
                unreported("PS02", "2025-12-17", sensitivity),
                population("PS02", "h-12", "1000", "2025-12-01", sensitivity));
        take(row("PS0270", "h-13", "", "", "9", "2025-12-10,2025-12-15,", "", "", sensitivity, "RETRACTION"));
    }

    private String row(
            String area,
            String reference,
            String relayOf,
            String definition,
            String value,
            String dates,
            String hazard,
            String sex,
            String sensitivity,
            String reason) {
        String text = reference.startsWith("h") ? "Seen in " + WORD : "";
        return String.join(
                ",",
                scene.at.indicator,
                area,
                scene.at.office,
                relayOf.isEmpty() ? "" : scene.at.outlet,
                reference,
                relayOf,
                definition,
                value,
                dates,
                hazard.isEmpty() ? "" : scene.hazard(hazard),
                sex,
                "",
                text,
                text.isEmpty() ? "" : "en",
                sensitivity,
                reason);
    }

    private String total(String reference, String value, String period, String sensitivity, String reason) {
        return String.join(
                ",",
                scene.total(),
                "PS02",
                scene.at.office,
                "",
                reference,
                "",
                "",
                value,
                period,
                "",
                "",
                "",
                "",
                "",
                "",
                sensitivity,
                reason);
    }

    private String unreported(String area, String day, String sensitivity) {
        return String.join(
                ",",
                scene.at.indicator,
                area,
                scene.at.office,
                "",
                "u-" + day,
                "",
                "",
                "",
                day,
                day,
                "",
                "",
                "",
                "NO_REPORT",
                "",
                "",
                sensitivity,
                "");
    }

    private String population(String area, String reference, String value, String day, String sensitivity) {
        return String.join(
                ",",
                "POPULATION",
                area,
                scene.at.office,
                "",
                reference,
                "",
                "",
                value,
                day,
                day,
                "",
                "",
                "",
                "",
                "",
                "",
                sensitivity,
                "");
    }

    private static void take(String... rows) {
        importing(HEADER + String.join("\n", rows) + "\n")
                .post("/api/v1/observations/imports")
                .then()
                .statusCode(200)
                .body("job.refused", is(0));
    }

    /** Of an observation that staff may see. */
    private String id(String reference) {
        return staff().queryParam("indicator", scene.at.indicator)
                .queryParam("asOf", "2100-01-01")
                .queryParam("limit", 1000)
                .get("/api/v1/observations")
                .path("items.find { it.reference == '" + reference + "' }.id");
    }

    private String alert(String identifier, String type, String more, String sensitivity) {
        String message = cap(
                        scene.sender(), identifier, "<geocode><valueName>P</valueName><value>PS0260</value></geocode>")
                .replace("<info>", more + "<incidents>" + scene.glide + "</incidents><info>")
                .replace("<msgType>Alert", "<msgType>" + type);
        return contributor()
                .contentType("application/octet-stream")
                .body((type.equals("Cancel")
                                ? message.replace("T06:00:00+02:00</sent>", "T07:00:00+02:00</sent>")
                                : message)
                        .getBytes(StandardCharsets.UTF_8))
                .queryParam("sensitivity", sensitivity)
                .post("/api/v1/alerts")
                .then()
                .statusCode(200)
                .body("created", is(1))
                .extract()
                .path("alerts[0].id");
    }

    private static void raise(String alert, String level) {
        contributor()
                .contentType(ContentType.JSON)
                .header("If-Match", "\"1\"")
                .body("{\"hazardLink\": \"GLIDE\", \"sensitivity\": \"%s\", \"revisionReason\": \"RECLASSIFICATION\"}"
                        .formatted(level))
                .put("/api/v1/alerts/" + alert)
                .then()
                .statusCode(200);
    }

    private void hazard(String suffix, String sensitivity) {
        sending(suffix, "\"sensitivity\": \"" + sensitivity + "\"")
                .post("/api/v1/hazards")
                .then()
                .statusCode(201);
    }

    private void raiseHazard(String suffix, String level) {
        sending(suffix, "\"sensitivity\": \"" + level + "\", \"revisionReason\": \"RECLASSIFICATION\"")
                .header("If-Match", "\"1\"")
                .put("/api/v1/hazards/" + scene.hazard(suffix))
                .then()
                .statusCode(200);
    }

    private RequestSpecification sending(String suffix, String more) {
        return contributor().contentType(ContentType.JSON).body("""
                {"code": "%s", "type": "STORM", "name": {"en": "Storm"}, "glide": "%s", "start": "2025-12-10",
                 "areas": ["PS02"], "source": "%s", %s}""".formatted(
                        scene.hazard(suffix), scene.glide, scene.at.office, more));
    }
}
