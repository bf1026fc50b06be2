package org.humdash.humanitarian.impact;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.humdash.humanitarian.Installation.contributor;
import static org.humdash.humanitarian.Installation.importing;
import static org.humdash.humanitarian.Installation.partner;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.humdash.humanitarian.SourceRegisterResource;
import org.humdash.humanitarian.StartingData;
import org.humdash.kit.test.PostgresResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(SourceRegisterResource.class)
class ImpactResourceTest {

    private static final String HEADER =
            "indicator,area,originator,publisher,reference,value,definition,valid_from,valid_to,cause,sensitivity,"
                    + "revision_reason,hazard\n";

    @Test
    void impactsStandSideBySideByWhatIsCounted() {
        hazard("STORM-IMPACT");
        take(
                "STORM_DEATHS_ALL,PS02,OFFICE_I,,d1,at least 12,,2025-12-10,2025-12-11,,,,STORM-IMPACT",
                "STORM_DEATHS_ALL,PS02,OFFICE_I,,d2,at least 13,,2025-12-10,2025-12-12,,,,STORM-IMPACT",
                "STORM_DEATHS_ALL,PS02,OFFICE_J,,d3,14,,2025-12-10,2025-12-12,,,,STORM-IMPACT",
                "STORM_DEATHS_ALL,PS02,OFFICE_J,,d4,4,,2025-12-10,2025-12-12,COLLAPSE,,,STORM-IMPACT",
                "STORM_DEATHS_ALL,PS02,OFFICE_J,,d5,17,DEAD_OR_MISSING,2025-12-10,2025-12-12,,,,STORM-IMPACT",
                "BUILDINGS_COLLAPSED,PS02,OFFICE_I,,b1,13,,2025-12-10,2025-12-12,,,,STORM-IMPACT",
                "TENTS_DAMAGED,PS02,OFFICE_I,,t1,27000,,2025-12-10,2025-12-12,,MODERATE,,STORM-IMPACT",
                "PEOPLE_AFFECTED_STORM,PS02,OFFICE_I,,p1,250000,,2025-12-10,2025-12-12,,,,STORM-IMPACT",
                "FAMILIES_AFFECTED_STORM,PS02,OFFICE_J,,f1,50000,,2025-12-10,2025-12-12,,,,STORM-IMPACT",
                "STORM_DEATHS_ALL,PS02,OFFICE_I,,other,99,,2025-12-10,2025-12-12,,,,");
        assertEquals(
                List.of(
                        "BUILDINGS_COLLAPSED BUILDINGS_COLLAPSED buildings: b1=13",
                        "FAMILIES_AFFECTED_STORM FAMILIES_AFFECTED_STORM families: f1=50,000",
                        "PEOPLE_AFFECTED_STORM PEOPLE_AFFECTED_STORM people: p1=250,000",
                        "STORM_DEATHS_ALL STORM_DEATHS_ALL people: d2=≥ 13 d3=14 d4=4{cause=COLLAPSE}",
                        "STORM_DEATHS_ALL DEAD_OR_MISSING people: d5=17"),
                impacts(given(), "STORM-IMPACT", "2025-12-19"));
        assertEquals(
                "TENTS_DAMAGED TENTS_DAMAGED tents: t1=27,000",
                impacts(partner(), "STORM-IMPACT", "2025-12-19").getLast());
        assertEquals(
                List.of("STORM_DEATHS_ALL STORM_DEATHS_ALL people: d1=≥ 12"),
                impacts(given(), "STORM-IMPACT", "2025-12-11"));
    }

    @Test
    void impactsAreAnsweredAsTheyWereKnown() {
        hazard("STORM-KNOWN");
        take("BUILDINGS_COLLAPSED,PS02,OFFICE_I,,k1,13,,2025-12-10,2025-12-12,,,,STORM-KNOWN");
        String before =
                given().get("/api/v1/hazards/STORM-KNOWN/impacts").path("impacts[0].claims[0].revision.recordedAt");
        importing(HEADER + "BUILDINGS_COLLAPSED,PS02,OFFICE_I,,k1,15,,2025-12-10,2025-12-12,,,CORRECTION,STORM-KNOWN\n")
                .post("/api/v1/observations/imports")
                .then()
                .body("job.revised", is(1));
        assertEquals(
                List.of("BUILDINGS_COLLAPSED BUILDINGS_COLLAPSED buildings: k1=15"),
                impacts(given(), "STORM-KNOWN", "2025-12-19"));
        assertEquals(
                List.of("BUILDINGS_COLLAPSED BUILDINGS_COLLAPSED buildings: k1=13"),
                impacts(given().queryParam("knownAt", before), "STORM-KNOWN", "2025-12-19"));
    }

    @Test
    void aHazardWithoutImpactsHasNoneAndAnUnknownOneIsNotFound() {
        hazard("STORM-EMPTY");
        answer(given(), "STORM-EMPTY", "2025-12-19")
                .statusCode(200)
                .body("hazard", equalTo("STORM-EMPTY"))
                .body("asOf", equalTo("2025-12-19"))
                .body("impacts", equalTo(List.of()));
        answer(given(), "STORM-NOT-THERE", "2025-12-19").statusCode(404).contentType("application/problem+json");
    }

    @Test
    void theStormOfDecember2025IsShownAsTheSourcesToldIt() throws Exception {
        StartingData.load();
        List<Map<String, String>> rows = StartingData.rows("observations.csv");
        String hazard = rows.stream()
                .map(row -> row.get("hazard"))
                .filter(code -> !code.isEmpty())
                .findFirst()
                .orElseThrow();
        List<String> expected = rows.stream()
                .filter(row -> row.get("hazard").equals(hazard))
                .map(row -> row.get("indicator"))
                .distinct()
                .sorted()
                .toList();
        List<String> shown = contributor()
                .queryParam("asOf", "2026-12-31")
                .get("/api/v1/hazards/" + hazard + "/impacts")
                .path("impacts.indicator");
        assertEquals(expected, shown.stream().distinct().toList());
    }

    @SuppressWarnings("unchecked")
    private static List<String> impacts(RequestSpecification request, String hazard, String asOf) {
        List<Map<String, Object>> impacts =
                answer(request, hazard, asOf).statusCode(200).extract().path("impacts");
        List<String> lines = new ArrayList<>();
        for (Map<String, Object> impact : impacts) {
            StringBuilder line = new StringBuilder(impact.get("indicator") + " "
                    + ((Map<String, Object>) impact.get("definition")).get("code") + " " + impact.get("unit") + ":");
            for (Map<String, Object> claim : (List<Map<String, Object>>) impact.get("claims")) {
                Map<String, Object> part = (Map<String, Object>) claim.get("disaggregation");
                line.append(" ")
                        .append(claim.get("reference"))
                        .append("=")
                        .append(((Map<String, Map<String, Object>>) claim.get("estimate"))
                                .get("text")
                                .get("en"));
                if (part != null) {
                    line.append("{cause=").append(part.get("cause")).append("}");
                }
            }
            lines.add(line.toString());
        }
        return lines;
    }

    private static ValidatableResponse answer(RequestSpecification request, String hazard, String asOf) {
        return request.queryParam("asOf", asOf)
                .get("/api/v1/hazards/" + hazard + "/impacts")
                .then();
    }

    private static void take(String... rows) {
        importing(HEADER + String.join("\n", rows) + "\n")
                .post("/api/v1/observations/imports")
                .then()
                .body("firstRefused", equalTo(List.of()))
                .body("job.created", is(rows.length));
    }

    private static void hazard(String code) {
        contributor()
                .contentType(ContentType.JSON)
                .body("""
                        {"code": "%s", "type": "STORM", "name": {"en": "Storm"}, "start": "2025-12-10",
                         "areas": ["PS02"], "source": "OFFICE_I"}""".formatted(code))
                .post("/api/v1/hazards")
                .then()
                .statusCode(201);
    }
}
