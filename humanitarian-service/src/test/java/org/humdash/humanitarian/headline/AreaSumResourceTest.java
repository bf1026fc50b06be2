package org.humdash.humanitarian.headline;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.humdash.humanitarian.Installation.contributor;
import static org.humdash.humanitarian.Installation.importing;
import static org.humdash.humanitarian.Installation.partner;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.humdash.humanitarian.Installation;
import org.humdash.humanitarian.SourceRegisterResource;
import org.humdash.kit.test.PostgresResource;
import org.humdash.vocabulary.place.Gazetteer;
import org.humdash.vocabulary.place.Pcode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the areas inside an area add up to, and what is not added up. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(SourceRegisterResource.class)
class AreaSumResourceTest {

    private static final List<String> STRIP = List.of("PS0255", "PS0260", "PS0265", "PS0270", "PS0275");
    private static final String PERIOD = "2025-12-01,2025-12-10";

    @Test
    void figuresOfOneSourceAndPeriodAreAddedUpBesideWhatWasStatedForTheWhole() {
        Installation at = Installation.named("SUMMED");
        List<String> rows = new ArrayList<>();
        STRIP.forEach(area -> rows.add(row(at, area, at.office, "", (rows.size() + 1) + "00", PERIOD)));
        rows.add(row(at, "PS02", at.office, "", "1600", PERIOD));
        take(rows);
        sum(at.indicator, "PS02", Map.of())
                .statusCode(200)
                .body("area", equalTo("PS02"))
                .body("indicator.code", equalTo(at.indicator))
                .body("originator.code", equalTo(at.office))
                .body("definition.code", equalTo(at.indicator))
                .body("hazard", nullValue())
                .body("validFrom", equalTo("2025-12-01"))
                .body("validTo", equalTo("2025-12-10"))
                .body("sum.text.en", equalTo("1,500"))
                .body("complete", is(true))
                .body("reason.en", equalTo("All 5 areas inside are in the sum."))
                .body("areas.area", equalTo(STRIP))
                .body("areas.claim.estimate.text.en", contains("100", "200", "300", "400", "500"))
                .body("missing", empty())
                .body("stated.estimate.text.en", equalTo("1,600"))
                .body("residual", is(100))
                .body("population", nullValue())
                .body("perThousand", nullValue());
    }

    @Test
    void whatIsMissingIsListedAndNotZeroAndOpenBoundsStayOpen() {
        Installation at = Installation.named("LACKING");
        take(List.of(
                row(at, "PS0255", at.office, "", "at least 10", PERIOD),
                row(at, "PS0260", at.office, "", "20-30", PERIOD)));
        sum(at.indicator, "PS02", Map.of())
                .statusCode(200)
                .body("sum.text.en", equalTo("≥ 30"))
                .body("sum.upper", nullValue())
                .body("complete", is(false))
                .body(
                        "reason.en",
                        equalTo("2 of 5 areas inside are in the sum; the others have no figure, which is not zero."))
                .body("missing.area", contains("PS0265", "PS0270", "PS0275"))
                .body("missing[0].name.en", equalTo("Deir Al-Balah"))
                .body("residual", nullValue());
    }

    @Test
    void aSumOfNothingIsNothing() {
        Installation at = Installation.named("NOTHINGTHERE");
        sum(at.indicator, "PS02", Map.of())
                .statusCode(200)
                .body("sum", nullValue())
                .body("originator", nullValue())
                .body("areas", empty())
                .body("missing.area", equalTo(STRIP))
                .body("reason.en", equalTo("No area inside has a figure; missing is not zero."));
    }

    @Test
    void figuresThatDifferInWhatMustBeOneAreRefusedNamingWhatTheyDifferIn() {
        Installation at = Installation.named("MIXED");
        take(List.of(
                row(at, "PS0255", at.office, "", "1", PERIOD),
                row(at, "PS0260", at.outlet, "", "2", PERIOD),
                row(at, "PS0265", at.office, "OTHER_WAY", "3", PERIOD),
                row(at, "PS0270", at.office, "", "4", "2025-12-02,2025-12-10"),
                row(at, "PS0275", at.office, "", "5", PERIOD)));
        String words =
                "The figures of the areas inside are of 2 originators: OFFICE_MIXED (PS0255, PS0265, PS0270, PS0275),"
                        + " OUTLET_MIXED (PS0260); and of 2 definitions: OTHER_WAY (PS0265), TEST_MIXED (PS0255, PS0260, PS0270,"
                        + " PS0275); and of 2 periods: 2025-12-01/2025-12-10 (PS0255, PS0260, PS0265, PS0275),"
                        + " 2025-12-02/2025-12-10 (PS0270). Only figures of one originator, one definition, one hazard and one"
                        + " period are added up.";
        sum(at.indicator, "PS02", Map.of())
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:humdash:problem:not-summable"))
                .body("detail", equalTo(words))
                .body("reason.en", equalTo(words))
                .body("conflicts.what", contains("ORIGINATOR", "DEFINITION", "PERIOD"))
                .body("conflicts[0].values.value", contains("OFFICE_MIXED", "OUTLET_MIXED"))
                .body("conflicts[1].values[0].areas", contains("PS0265"));
        sum(at.indicator, "PS02", Map.of("originator", at.office, "definition", at.indicator))
                .statusCode(409)
                .body("conflicts.what", contains("PERIOD"));
        sum(at.indicator, "PS02", Map.of("originator", at.outlet))
                .statusCode(200)
                .body("sum.text.en", equalTo("2"))
                .body("missing.area", contains("PS0255", "PS0265", "PS0270", "PS0275"));
    }

    @Test
    void figuresAboutHazardsThatMayNotBeNamedAreToldApartWithoutNamingThem() {
        Installation at = Installation.named("HIDDENHAZARDS");
        hazard("STORM-SUM-ONE", "MODERATE", at.office);
        hazard("STORM-SUM-TWO", "HIGH", at.office);
        take(
                "hazard",
                List.of(
                        row(at, "PS0255", at.office, "", "1", PERIOD) + ",",
                        row(at, "PS0260", at.office, "", "2", PERIOD) + ",STORM-SUM-ONE",
                        row(at, "PS0265", at.office, "", "4", PERIOD) + ",STORM-SUM-TWO",
                        row(at, "PS02", at.office, "", "9", PERIOD) + ",",
                        at.indicator + ",PS01," + at.office + ",,w,7," + PERIOD + ",",
                        at.indicator + ",PS0105," + at.office + ",,w1,3," + PERIOD + ",STORM-SUM-ONE",
                        at.indicator + ",PS0110," + at.office + ",,w2,4," + PERIOD + ",STORM-SUM-ONE"));

        String refusal = sum(at.indicator, "PS02", Map.of())
                .statusCode(409)
                .body("conflicts.what", contains("HAZARD"))
                .body("conflicts[0].values.value", contains(nullValue(), nullValue(), nullValue()))
                .body("conflicts[0].values.areas", contains(List.of("PS0255"), List.of("PS0260"), List.of("PS0265")))
                .extract()
                .asString();
        assertFalse(refusal.contains("STORM"), refusal);
        sum(partner(), at.indicator, "PS02", Map.of())
                .statusCode(409)
                .body("conflicts[0].values.value", contains(nullValue(), nullValue(), equalTo("STORM-SUM-ONE")))
                .body("conflicts[0].values.areas", contains(List.of("PS0255"), List.of("PS0265"), List.of("PS0260")));

        // Of one hazard, they add up for everybody; a figure about none is not of the same thing.
        sum(at.indicator, "PS01", Map.of())
                .statusCode(200)
                .body("sum.text.en", equalTo("7"))
                .body("hazard", nullValue())
                .body("stated", nullValue())
                .body("areas.area", contains("PS0105", "PS0110"));
        sum(at.indicator, "PS01", Map.of("hazard", "STORM-SUM-ONE"))
                .statusCode(200)
                .body("areas", empty());
        sum(partner(), at.indicator, "PS01", Map.of("hazard", "STORM-SUM-ONE"))
                .statusCode(200)
                .body("hazard", equalTo("STORM-SUM-ONE"))
                .body("sum.text.en", equalTo("7"));
    }

    @Test
    void aSumIsToldPerThousandPeopleWhereSomebodyStatedThePopulation() {
        Installation at = Installation.named("RATED");
        List<String> rows = new ArrayList<>();
        Gazetteer.palestine().children(new Pcode("PS01")).stream()
                .map(area -> area.pcode().value())
                .forEach(area -> rows.add(row(at, area, at.office, "", "at least 100", PERIOD)));
        rows.add("POPULATION,PS01," + at.office + ",,population-2025,2200000,2025-07-01,2025-07-01");
        take(rows);
        sum(at.indicator, "PS01", Map.of())
                .statusCode(200)
                .body("sum.text.en", equalTo("≥ 1,100"))
                .body("complete", is(true))
                .body("perThousand.text.en", equalTo("≥ 0.5"))
                .body("population.originator.code", equalTo(at.office))
                .body("population.reference", equalTo("population-2025"))
                .body("population.estimate.text.en", equalTo("2,200,000"))
                .body("population.validTo", equalTo("2025-07-01"));
    }

    @Test
    void sharesAndAveragesDoNotAddUp() {
        sum("STRUCTURES_DESTROYED_PCT", "PS02", Map.of())
                .statusCode(409)
                .body(
                        "detail",
                        equalTo(
                                "STRUCTURES_DESTROYED_PCT is a share or an average: those of several areas do not add up."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?area=PS02",
                "?indicator=SHELTER_SITES",
                "?area=PS0260&indicator=SHELTER_SITES",
                "?area=Gaza&indicator=SHELTER_SITES",
                "?area=PS02&indicator=NOTHING"
            })
    void aParameterThatCannotBeReadIsAProblem(String query) {
        given().get("/api/v1/headlines/sum" + query)
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:humdash:problem:invalid-parameter"));
    }

    private static String row(
            Installation at, String area, String originator, String definition, String value, String period) {
        return String.join(
                ",", at.indicator, area, originator, definition, at.indicator + area + definition, value, period);
    }

    private static void hazard(String code, String sensitivity, String source) {
        contributor()
                .contentType("application/json")
                .body("""
                        {"code": "%s", "type": "STORM", "name": {"en": "Storm"}, "start": "2025-12-01",
                         "areas": ["PS02"], "source": "%s", "sensitivity": "%s"}""".formatted(code, source, sensitivity))
                .post("/api/v1/hazards")
                .then()
                .statusCode(201);
    }

    private static void take(List<String> rows) {
        take(null, rows);
    }

    /** @param last a further column; null for none */
    private static void take(String last, List<String> rows) {
        importing("indicator,area,originator,definition,reference,value,valid_from,valid_to"
                        + (last == null ? "" : "," + last) + "\n"
                        + String.join("\n", rows))
                .post("/api/v1/observations/imports")
                .then()
                .statusCode(200)
                .body("job.created", is(rows.size()));
    }

    private static ValidatableResponse sum(String indicator, String area, Map<String, String> further) {
        return sum(given(), indicator, area, further);
    }

    private static ValidatableResponse sum(
            RequestSpecification reader, String indicator, String area, Map<String, String> further) {
        return reader.queryParam("indicator", indicator)
                .queryParam("area", area)
                .queryParam("asOf", "2025-12-19")
                .queryParams(further)
                .get("/api/v1/headlines/sum")
                .then();
    }
}
