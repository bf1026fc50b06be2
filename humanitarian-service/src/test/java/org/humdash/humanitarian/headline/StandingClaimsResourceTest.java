package org.humdash.humanitarian.headline;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.humdash.humanitarian.Installation.contributor;
import static org.humdash.humanitarian.Installation.importing;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.humdash.humanitarian.Installation;
import org.humdash.humanitarian.SourceRegisterResource;
import org.humdash.kit.test.PostgresResource;
import org.junit.jupiter.api.Test;

/** Which figures stand, held against a plain reading of the rule over a mixed lot of them. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(SourceRegisterResource.class)
class StandingClaimsResourceTest {

    private static final LocalDate FIRST = LocalDate.of(2025, 11, 1);
    private static final String HEADER =
            "indicator,area,originator,reference,definition,value,valid_from,valid_to,sex,sensitivity\n";

    private record Stated(
            String area,
            String originator,
            String reference,
            String definition,
            LocalDate validTo,
            String sex,
            String sensitivity) {

        String row(String indicator) {
            return String.join(
                    ",",
                    indicator,
                    area,
                    originator,
                    reference,
                    definition,
                    "5",
                    validTo.toString(),
                    validTo.toString(),
                    sex,
                    sensitivity);
        }

        List<String> series() {
            return List.of(area, originator, definition, sex);
        }
    }

    @Test
    void ofEveryAreaSourceDefinitionAndPartTheNewestStandOnAnyDay() {
        Installation at = Installation.named("MIXEDLOT");
        Random random = new Random(20_251_010);
        List<Stated> lot = new ArrayList<>();
        for (int number = 0; number < 400; number++) {
            lot.add(new Stated(
                    random.nextBoolean() ? "PS0260" : "PS0275",
                    random.nextBoolean() ? at.office : at.outlet,
                    "r" + number,
                    random.nextBoolean() ? at.indicator : "OTHER_WAY",
                    FIRST.plusDays(random.nextInt(40)),
                    random.nextBoolean() ? "" : "FEMALE",
                    random.nextInt(4) == 0 ? "HIGH" : "LOW"));
        }
        importing(HEADER + lot.stream().map(stated -> stated.row(at.indicator)).collect(Collectors.joining("\n")))
                .post("/api/v1/observations/imports")
                .then()
                .body("job.created", is(400));
        for (int day : List.of(0, 3, 11, 20, 39, 60)) {
            LocalDate asOf = FIRST.plusDays(day);
            assertEquals(
                    standing(
                            lot.stream()
                                    .filter(stated -> stated.sensitivity().equals("LOW"))
                                    .toList(),
                            asOf),
                    answered(given(), at, asOf),
                    "to the public as of " + asOf);
            assertEquals(standing(lot, asOf), answered(contributor(), at, asOf), "to staff as of " + asOf);
        }
    }

    @Test
    void whatIsHiddenNowStandsAtNoInstant() {
        Installation at = Installation.named("RAISED");
        String row = at.indicator + ",PS0260," + at.office + ",";
        importing(HEADER + row + "older,,4,2025-11-01,2025-11-01,,LOW\n" + row
                        + "newer,,5,2025-11-05,2025-11-05,,LOW\n")
                .post("/api/v1/observations/imports")
                .then()
                .body("job.created", is(2));
        String recordedAt = given().queryParam("area", "PS0260")
                .queryParam("indicator", at.indicator)
                .get("/api/v1/headlines")
                .path("items[0].claims[0].revision.recordedAt");
        importing(HEADER + row + "newer,,5,2025-11-05,2025-11-05,,HIGH\n")
                .post("/api/v1/observations/imports")
                .then()
                .body("job.revised", is(1));
        for (RequestSpecification request : List.of(given(), given().queryParam("knownAt", recordedAt))) {
            request.queryParam("area", "PS0260")
                    .queryParam("indicator", at.indicator)
                    .get("/api/v1/headlines")
                    .then()
                    .body("items[0].claims.reference", contains("older"));
        }
        given().queryParam("area", "PS02")
                .queryParam("indicator", at.indicator)
                .get("/api/v1/headlines/sum")
                .then()
                .body("sum.text.en", is("4"));
        contributor()
                .queryParam("area", "PS02")
                .queryParam("indicator", at.indicator)
                .get("/api/v1/headlines/sum")
                .then()
                .body("sum.text.en", is("5"));
    }

    private static List<String> standing(List<Stated> lot, LocalDate asOf) {
        Map<List<String>, List<Stated>> series = lot.stream()
                .filter(stated -> !stated.validTo().isAfter(asOf))
                .collect(Collectors.groupingBy(Stated::series));
        return series.values().stream()
                .flatMap(stated -> {
                    LocalDate newest = stated.stream()
                            .map(Stated::validTo)
                            .max(Comparator.naturalOrder())
                            .orElseThrow();
                    return stated.stream().filter(one -> one.validTo().equals(newest));
                })
                .map(Stated::reference)
                .sorted()
                .toList();
    }

    private static List<String> answered(RequestSpecification request, Installation at, LocalDate asOf) {
        JsonPath body = request.queryParam("area", "PS02")
                .queryParam("children", true)
                .queryParam("indicator", at.indicator)
                .queryParam("asOf", asOf.toString())
                .get("/api/v1/headlines")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        return body.<List<String>>getList("items.claims.reference").stream()
                .flatMap(List::stream)
                .sorted()
                .toList();
    }
}
