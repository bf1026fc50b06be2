package org.humdash.humanitarian.change;

import static org.hamcrest.Matchers.is;
import static org.humdash.humanitarian.Installation.contributor;
import static org.humdash.humanitarian.Installation.importing;

import io.restassured.http.ContentType;
import org.humdash.humanitarian.Installation;
import org.humdash.kit.test.Feed;

/** Writes observations and hazards that one test has for itself. */
record Scene(Installation at) {

    static final Feed.Kind OBSERVATIONS = new Feed.Kind("/api/v1/observations/changes", "observation", "id");
    static final Feed.Kind HAZARDS = new Feed.Kind("/api/v1/hazards/changes", "hazard", "code");

    private static final String HEADER =
            "indicator,area,originator,valid_from,valid_to,reference,value,relay_of,hazard,sensitivity,revision_reason\n";

    static Scene named(String name) {
        return new Scene(Installation.named(name));
    }

    /** @param rows reference, value, relay_of, hazard, sensitivity, revision_reason, with commas */
    void take(String... rows) {
        StringBuilder table = new StringBuilder(HEADER);
        for (String row : rows) {
            table.append(at.indicator + ",PS02," + at.office + ",2025-12-10,2025-12-12," + row + "\n");
        }
        importing(table.toString())
                .post("/api/v1/observations/imports")
                .then()
                .statusCode(200)
                .body("job.refused", is(0));
    }

    String hazardCode(String suffix) {
        return at.indicator.replace('_', '-') + "-" + suffix;
    }

    void hazard(String suffix, String sensitivity) {
        contributor()
                .contentType(ContentType.JSON)
                .body(body(suffix, sensitivity, ""))
                .post("/api/v1/hazards")
                .then()
                .statusCode(201);
    }

    void revise(String suffix, int revision, String sensitivity, String reason) {
        contributor()
                .contentType(ContentType.JSON)
                .header("If-Match", "\"" + revision + "\"")
                .body(body(suffix, sensitivity, ", \"revisionReason\": \"" + reason + "\""))
                .put("/api/v1/hazards/" + hazardCode(suffix))
                .then()
                .statusCode(200);
    }

    private String body(String suffix, String sensitivity, String more) {
        return """
                {"code": "%s", "type": "STORM", "name": {"en": "Storm"}, "start": "2025-12-10", "areas": ["PS02"],
                 "source": "%s", "sensitivity": "%s"%s}""".formatted(hazardCode(suffix), at.office, sensitivity, more);
    }
}
