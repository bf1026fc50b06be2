package org.humdash.incident.incident;

import static org.humdash.incident.Installation.contributor;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.humdash.incident.Installation;

/** Writes incidents of an installation over HTTP, as a contributor would. */
public final class Incidents {

    public static final String PATH = "/api/v1/incidents";

    private final Installation at;

    public Incidents(Installation at) {
        this.at = at;
    }

    /** The body of an incident with one report of the office. */
    public String body(String reference, String killed, String... fields) {
        return reported(reference, report(at.office, killed), fields);
    }

    /** The body of an incident with these reports. */
    public String reported(String reference, String reports, String... fields) {
        return """
                {"source": "%s", "reference": "%s", "ceasefire": "%s", %s "revisionNote": "as told",
                 "reports": [%s]}""".formatted(at.office, reference, at.ceasefire, fields(fields), reports);
    }

    private static String fields(String... given) {
        StringBuilder fields = new StringBuilder();
        for (String field : given) {
            fields.append(field).append(", ");
        }
        if (fields.indexOf("\"type\"") < 0) {
            fields.append("\"type\": \"AIR_STRIKE\", ");
        }
        if (fields.indexOf("\"occurredFrom\"") < 0) {
            fields.append("\"occurredFrom\": \"2025-10-19\", ");
        }
        return fields.toString();
    }

    /** A report without an address. */
    public static String report(String source, String killed) {
        return "{\"source\": \"%s\", \"killed\": {\"value\": \"%s\"}}".formatted(source, killed);
    }

    /** Records an incident and tells its id. */
    public UUID record(String body) {
        String location =
                json().body(body).post(PATH).then().statusCode(201).extract().header("Location");
        return UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
    }

    /** Records the next revision. */
    public void revise(UUID id, int revision, String body) {
        json(revision).body(body).put(PATH + "/" + id).then().statusCode(200);
    }

    public void retract(UUID id, int revision) {
        json(revision)
                .body("{\"note\": \"It was a test.\"}")
                .post(PATH + "/" + id + "/retraction")
                .then()
                .statusCode(200);
    }

    public void merge(UUID id, int revision, UUID into) {
        json(revision)
                .body("{\"into\": \"%s\", \"note\": \"Same strike\"}".formatted(into))
                .post(PATH + "/" + id + "/merge")
                .then()
                .statusCode(200);
    }

    public Response separate(UUID id, int revision) {
        return json(revision).body("{\"note\": \"Two strikes after all\"}").post(PATH + "/" + id + "/separation");
    }

    private static RequestSpecification json() {
        return contributor().contentType(ContentType.JSON);
    }

    private static RequestSpecification json(int revision) {
        return json().header("If-Match", "\"" + revision + "\"");
    }
}
