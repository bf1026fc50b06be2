package org.humdash.incident.sensitivity;

import static org.hamcrest.Matchers.is;
import static org.humdash.incident.Installation.contributor;
import static org.humdash.incident.Installation.importing;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.humdash.incident.Installation;

/** Records of one installation, all written through the API. */
final class Records {

    /** Named by hidden records alone. */
    static final String PARTY = "Party Unnamed";

    /** In the descriptions of hidden records alone. */
    static final String WORD = "zanzibar";

    static final String INCIDENTS = "/api/v1/incidents";

    private final Installation at;

    Records(Installation at) {
        this.at = at;
    }

    /** An incident as its request says it, to be recorded and changed. */
    final class Entry {

        private final String reference;
        private final String fields;
        private String sensitivity;
        private String status = "PUBLISHED";
        private String day = "2025-10-19";
        private String type = "AIR_STRIKE";
        private String killed = "2";
        String id;
        int revision;

        private Entry(String reference, String fields) {
            this.reference = reference;
            this.fields = fields;
        }

        Entry on(String day) {
            this.day = day;
            return this;
        }

        Entry type(String type) {
            this.type = type;
            return this;
        }

        Entry killed(String killed) {
            this.killed = killed;
            return this;
        }

        Entry status(String status) {
            this.status = status;
            return this;
        }

        Entry sensitivity(String sensitivity) {
            this.sensitivity = sensitivity;
            return this;
        }

        Entry record() {
            id = contributor()
                    .contentType(ContentType.JSON)
                    .body(body(""))
                    .post(INCIDENTS)
                    .then()
                    .statusCode(201)
                    .extract()
                    .header("Location")
                    .replaceFirst(".*/", "");
            revision = 1;
            return this;
        }

        Entry revise() {
            put().then().statusCode(200);
            revision++;
            return this;
        }

        Response put() {
            return contributor()
                    .contentType(ContentType.JSON)
                    .header("If-Match", "\"" + revision + "\"")
                    .body(body(", \"revisionNote\": \"a second count\""))
                    .put(INCIDENTS + "/" + id);
        }

        Entry retract() {
            contributor()
                    .contentType(ContentType.JSON)
                    .header("If-Match", "\"" + revision + "\"")
                    .body("{\"note\": \"did not happen\"}")
                    .post(INCIDENTS + "/" + id + "/retraction")
                    .then()
                    .statusCode(200);
            revision++;
            return this;
        }

        Response mergeInto(Entry survivor) {
            Response answer = contributor()
                    .contentType(ContentType.JSON)
                    .header("If-Match", "\"" + revision + "\"")
                    .body("{\"into\": \"%s\", \"note\": \"the same\"}".formatted(survivor.id))
                    .post(INCIDENTS + "/" + id + "/merge");
            if (answer.statusCode() == 200) {
                revision++;
                survivor.revision++;
            }
            return answer;
        }

        /** The same as a request, for an attempt. */
        String body(String more) {
            return """
                    {"source": "%s", "reference": "%s", "ceasefire": "%s", "type": "%s", "occurredFrom": "%s", "status": "%s",
                     %s%s "reports": [{"source": "%s", "publishedOn": "2025-10-20", "killed": {"value": "%s"}}]%s}""".formatted(
                            at.office,
                            reference,
                            at.ceasefire,
                            type,
                            day,
                            status,
                            sensitivity == null ? "" : "\"sensitivity\": \"" + sensitivity + "\", ",
                            fields.isEmpty() ? "" : fields + ",",
                            at.outlet,
                            killed,
                            more);
        }
    }

    /** @param fields further fields of the request, or nothing */
    Entry incident(String reference, String fields) {
        return new Entry(reference, fields);
    }

    /** A place down to the metre in the governorate of Gaza. */
    static String place(double lat, double lon) {
        return "\"place\": {\"name\": \"Al-Rimal\", \"adm2\": \"PS0260\", \"lat\": %s, \"lon\": %s, \"precision\": 1}"
                .formatted(lat, lon);
    }

    /** What everybody sees, and what partners see; returns an id of each kind of record. */
    Map<String, String> visible() {
        incident("v-1", place(31.52347, 34.44391)).record();
        incident("v-2", "\"descriptionEn\": \"At the market\", \"responsibility\": \"ADMITTED\"")
                .on("2025-10-14")
                .killed("at least 7")
                .record();
        incident("v-3", "").type("ARREST").on("2025-10-12").record().killed("1").revise();
        incident("v-4", "\"occurredTo\": \"2025-10-27\"").on("2025-10-21").record();
        incident("v-5", "").record().retract();
        Entry survivor = incident("v-6", place(31.5, 34.45)).record();
        incident("v-7", place(31.5, 34.45)).record().mergeInto(survivor);
        incident("v-8", place(31.51, 34.46)).sensitivity("MODERATE").record();
        importing("ceasefire,source,day,from,to,status\n"
                        + at.ceasefire + "," + at.office + ",,2025-10-11,2025-10-15,REPORTED\n"
                        + at.ceasefire + "," + at.office + ",2025-10-19,,,NIL\n")
                .post("/api/v1/coverage/imports")
                .then()
                .body("refused", is(0));
        importing("ceasefire,originator,reference,relay_of,measure,value,type_bombardment,valid_from,valid_to\n"
                        + at.ceasefire + "," + at.office + ",c-1,,VIOLATIONS,at least 40,30,2025-10-10,2025-10-20\n"
                        + at.ceasefire + "," + at.office + ",c-2,,VIOLATIONS,at least 60,50,2025-10-10,2025-11-20\n"
                        + at.ceasefire + "," + at.office + ",c-3,c-2,VIOLATIONS,60,,2025-10-10,2025-11-20\n"
                        + at.ceasefire + "," + at.outlet + ",c-4,,KILLED,70,,2025-10-10,2025-11-20\n"
                        + at.ceasefire + "," + at.outlet + ",c-5,,ATTACK_DAYS,12,,2025-10-10,2025-11-20\n")
                .post("/api/v1/claims/imports")
                .then()
                .body("created", is(5));
        return Map.of(
                "incidents", survivor.id,
                "claims", newest("/api/v1/claims"),
                "coverage", newest("/api/v1/coverage"));
    }

    private String newest(String path) {
        return contributor().queryParam("ceasefire", at.ceasefire).get(path).path("items[0].id");
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
        String told = "\"descriptionEn\": \"The %s bakery\", \"allegedPerpetrator\": \"%s\"".formatted(WORD, PARTY);
        List<Entry> entries = new ArrayList<>(List.of(
                incident("h-1", place(31.52347, 34.44391) + "," + told),
                incident("h-2", place(31.28, 34.25) + "," + told)
                        .on("2025-10-11")
                        .killed("at least 1200"),
                incident("h-3", told + ", \"occurredTo\": \"2025-11-09\"").on("2025-10-30"),
                incident("h-4", told + ", \"responsibility\": \"ADMITTED\"")
                        .type("ARREST")
                        .on("2025-11-29"),
                incident("h-5", "\"grade\": {\"value\": \"DISCOUNTED\", \"reason\": \"fuel exploded\"}")
                        .on("2025-10-14"),
                incident("h-6", told).on("2025-10-16").status("DRAFT")));
        entries.forEach(entry -> entry.sensitivity(begins).record());
        Entry duplicate =
                incident("h-7", told).on("2025-10-17").sensitivity(begins).record();
        Entry survivor =
                incident("h-8", told).on("2025-10-17").sensitivity(begins).record();
        duplicate.mergeInto(survivor).then().statusCode(200);
        entries.addAll(List.of(duplicate, survivor));
        entries.subList(0, 3).forEach(entry -> entry.killed("9").revise());
        others(begins);
        if (!begins.equals(level)) {
            survivor.sensitivity(level).revise();
            entries.subList(0, 6).forEach(entry -> entry.sensitivity(level).revise());
            others(level);
        }
        if (!level.equals("SEVERE")) {
            entries.get(1).retract();
        }
        return new Hidden(
                Map.of(
                        "incidents", entries.stream().map(entry -> entry.id).toList(),
                        "claims", all("/api/v1/claims"),
                        "coverage", all("/api/v1/coverage")),
                contributor()
                        .queryParam("ceasefire", at.ceasefire)
                        .queryParam("duplicates", true)
                        .get(INCIDENTS)
                        .path("items.findAll { it.reference.startsWith('h-') }.revision.recordedAt"));
    }

    private void others(String sensitivity) {
        importing("ceasefire,source,day,status,sensitivity\n"
                        + at.ceasefire + "," + at.outlet + ",2025-10-13,REPORTED," + sensitivity + "\n"
                        + at.ceasefire + "," + at.outlet + ",2025-10-18,NIL," + sensitivity + "\n")
                .post("/api/v1/coverage/imports")
                .then()
                .body("refused", is(0));
        importing("ceasefire,originator,reference,relay_of,measure,value,valid_from,valid_to,sensitivity\n"
                        + at.ceasefire + "," + at.office + ",d-1,,VIOLATIONS,at least 50,2025-10-10,2025-11-10,"
                        + sensitivity + "\n"
                        + at.ceasefire + "," + at.office + ",d-2,,VIOLATIONS,at least 90,2025-10-10,2025-11-25,"
                        + sensitivity + "\n"
                        + at.ceasefire + "," + at.outlet + ",d-3,d-4,KILLED,90,2025-10-10,2025-11-25," + sensitivity
                        + "\n"
                        + at.ceasefire + "," + at.outlet + ",d-4,,KILLED,90,2025-10-10,2025-11-25," + sensitivity
                        + "\n")
                .post("/api/v1/claims/imports")
                .then()
                .body("refused", is(0));
    }

    private List<String> all(String path) {
        return contributor().queryParam("ceasefire", at.ceasefire).get(path).path("items.id");
    }
}
