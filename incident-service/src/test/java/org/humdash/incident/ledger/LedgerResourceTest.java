package org.humdash.incident.ledger;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.humdash.incident.Installation.contributor;
import static org.humdash.incident.Installation.importing;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.humdash.incident.Installation;
import org.humdash.incident.incident.CoarseRollup;
import org.humdash.kit.test.PostgresResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class LedgerResourceTest {

    private static final String LONG_AGO = "2020-01-01T00:00:00Z";

    @Inject
    DataSource dataSource;

    @Test
    void theClaimOfFiftyEightOfSixtyNineDaysStandsBesideTheLedgersOwnFigure() throws SQLException {
        Installation at = Installation.named("SIXTYNINE");
        importing("ceasefire,originator,reference,measure,value,valid_from,valid_to,stated_days,day_count\n"
                        + claim(at, "ATTACK_DAYS", 58)
                        + claim(at, "MONITORED_DAYS", 69)
                        + claim(at, "QUIET_DAYS", 11))
                .post("/api/v1/claims/imports")
                .then()
                .body("created", is(3));
        put(at, "2025-10-11", "AIR_STRIKE", 2);
        put(at, "2025-12-18", "DEMOLITION", 1);
        report(at, "2025-10-11", "2025-10-31", "REPORTED");

        given().queryParam("ceasefire", at.ceasefire)
                .queryParam("asOf", "2025-12-19")
                .get("/api/v1/claims/latest")
                .then()
                .body("measures.measure", equalTo(List.of("ATTACK_DAYS", "QUIET_DAYS", "MONITORED_DAYS")))
                .body("measures.collect { it.claims[0].estimate.best }", equalTo(List.of(58, 11, 69)))
                .body("measures[2].claims[0].dayCounts.fullDaysAfterEffective", is(69));
        ledger(at, "", "asOf", "2025-12-19", "dayCount", "FULL_DAYS_AFTER_EFFECTIVE")
                .body("monitored.from", equalTo("2025-10-11"))
                .body("monitored.to", equalTo("2025-12-18"))
                .body("monitored.days", is(69))
                .body("monitored.dayCounts.inclusive", is(71))
                .body("monitored.dayCounts.elapsed", is(70))
                .body("monitored.dayCounts.fullDaysAfterEffective", is(69))
                .body("days.attack", is(2))
                .body("days.possible", is(0))
                .body("days.pending", is(0))
                .body("days.quiet", is(20))
                .body("days.noReport", is(47))
                .body("attackDays.estimate.text.en", equalTo("2"));
    }

    @Test
    void theSummaryHoldsEveryFigureWithWhatItIsAbout() throws SQLException {
        Installation at = Installation.named("SUMMARY");
        put(at, "2025-10-12", "2025-10-12", 1, "AFTER", "AIR_STRIKE", "PS0255", "FAIR", "LOW", 2, 3, 0);
        put(at, "2025-10-13", "2025-10-13", 1, "AFTER", "ARREST", "", "WEAK", "LOW", 1, 0, 0);
        put(at, "2025-10-14", "2025-10-16", 2, "AFTER", "DEMOLITION", "PS0275", "WEAK", "LOW", 1, 5, 1);
        put(at, "2025-10-15", "2025-10-15", 1, "AFTER", "AIR_STRIKE", "PS0255", "CONTESTED", "LOW", 1, 7, 0);
        put(at, "2025-10-16", "2025-10-16", 1, "AFTER", "AIR_STRIKE", "PS0255", "DISCOUNTED", "LOW", 4, 90, 0);
        put(at, "2025-10-10", "2025-10-10", 1, "UNKNOWN", "AIR_STRIKE", "PS0260", "UNASSESSED", "LOW", 1, 1, 0);
        put(at, "2025-10-10", "2025-10-10", 1, "BEFORE", "AIR_STRIKE", "PS0260", "FAIR", "LOW", 9, 50, 0);
        report(at, "2025-10-11", "2025-10-17", "REPORTED");

        // P Q A Q P A P Q D from 10 to 18 October
        ledger(at, "", "asOf", "2025-10-18")
                .body("ceasefire.code", equalTo(at.ceasefire))
                .body("ceasefire.effectiveOn", equalTo("2025-10-10"))
                .body("area.pcode", equalTo("PS02"))
                .body("area.includesUnlocated", is(true))
                .body("asOf", equalTo("2025-10-18"))
                .body("knownAt", notNullValue())
                .body("lagDays", is(1))
                .body("attackTypes", hasSize(7))
                .body("monitored.days", is(9))
                .body("days.attack", is(2))
                .body("days.possible", is(3))
                .body("days.pending", is(1))
                .body("days.quiet", is(3))
                .body("days.noReport", is(0))
                .body("attackDays.lower", is(2))
                .body("attackDays.upper", is(4))
                .body("attackDays.possibleIncidents", is(2))
                .body("attackDays.estimate.text.en", equalTo("2–4"))
                .body("streaks.attack.longest.days", is(1))
                .body("streaks.attack.current.days", is(0))
                .body("streaks.quiet.current.days", is(1))
                .body("streaks.quiet.current.from", equalTo("2025-10-17"))
                .body("incidents.counted", is(6))
                .body("incidents.contested", is(1))
                .body("incidents.ofUnknownTime", is(1))
                .body("incidents.discounted", is(4))
                .body("rate7d.from", equalTo("2025-10-11"))
                .body("rate7d.to", equalTo("2025-10-17"))
                .body("rate7d.incidents", is(5))
                .body("rate7d.daysCovered", is(7))
                .body("rate7d.perDay", is(0.7143f))
                .body("casualties.counted.killed.estimate.text.en", equalTo("≥ 9"))
                .body("casualties.counted.killed.estimate.upper", nullValue())
                .body("casualties.counted.killed.incidentsStating", is(4))
                .body("casualties.counted.injured.estimate", nullValue())
                .body("casualties.contested.killed.estimate.best", is(7))
                .body("casualties.ofUnknownTime.killed.estimate.best", is(1))
                .body("grades.find { it.grade == 'DISCOUNTED' }.incidents", is(4))
                .body("grades.find { it.grade == 'DISCOUNTED' }.share", is(0.4f))
                .body("grades.find { it.grade == 'CONFIRMED' }.share", is(0.0f))
                .body("grades.find { it.grade == 'FAIR' }.name.ar", notNullValue())
                .body("withoutLocation.incidents", is(1))
                .body("withoutLocation.share", is(0.1f))
                .body("coverage.covered", is(7))
                .body("coverage.partial", is(0))
                .body("coverage.none", is(2))
                .body("coverage.sources[0].source.code", equalTo(at.office))
                .body("coverage.sources[0].status", equalTo("REPORTED"))
                .body("coverage.sources[0].days", is(7))
                .body("definitions.term", hasItem("QUIET"))
                .body("definitions.find { it.term == 'QUIET' }.meaning.ar", notNullValue());
    }

    @ParameterizedTest(name = "{0}, {1}, {2} of the day it took effect make it {3}")
    @CsvSource({
        "BOMBARDMENT, FAIR, AFTER, ATTACK",
        "AIR_STRIKE, CONFIRMED, AFTER, ATTACK",
        "ARTILLERY_SHELLING, WEAK, AFTER, ATTACK",
        "CIVILIAN_SHOOTING, UNASSESSED, AFTER, ATTACK",
        "GROUND_INCURSION, CONTESTED, AFTER, ATTACK",
        "DEMOLITION, FAIR, AFTER, ATTACK",
        "PROJECTILE_LAUNCH, FAIR, AFTER, ATTACK",
        "ARREST, FAIR, AFTER, NO_REPORT",
        "AID_OBSTRUCTION, FAIR, AFTER, NO_REPORT",
        "OTHER, FAIR, AFTER, NO_REPORT",
        "AIR_STRIKE, DISCOUNTED, AFTER, NO_REPORT",
        "AIR_STRIKE, FAIR, UNKNOWN, POSSIBLE",
        "AIR_STRIKE, FAIR, BEFORE, NO_REPORT"
    })
    void onlyAttacksUnderTheCeasefireMakeAnAttackDay(String type, String grade, String timing, String status)
            throws SQLException {
        Installation at = Installation.named("ATTACK" + type.replace("_", "") + grade + timing);
        put(at, "2025-10-10", "2025-10-10", 1, timing, type, "PS0255", grade, "LOW", 1, 0, 0);

        ledger(at, "/days", "asOf", "2025-10-20", "to", "2025-10-10").body("items.status", equalTo(List.of(status)));
        int attacks = status.equals("ATTACK") ? 1 : 0;
        ledger(at, "", "asOf", "2025-10-20").body("days.attack", is(attacks));
    }

    @Test
    void anAreaContainsTheAreasInsideItAndLeavesOutWhatHasNoPlace() throws SQLException {
        Installation at = Installation.named("LEDGERAREA");
        put(at, "2025-10-12", "2025-10-12", 1, "AFTER", "AIR_STRIKE", "PS0255", "FAIR", "LOW", 2, 3, 0);
        put(at, "2025-10-13", "2025-10-13", 1, "AFTER", "AIR_STRIKE", "PS0275", "FAIR", "LOW", 3, 3, 0);
        put(at, "2025-10-14", "2025-10-14", 1, "AFTER", "AIR_STRIKE", "", "FAIR", "LOW", 4, 3, 0);

        ledger(at, "", "asOf", "2025-10-20").body("incidents.counted", is(9)).body("days.attack", is(3));
        ledger(at, "", "asOf", "2025-10-20", "area", "PS02")
                .body("incidents.counted", is(5))
                .body("area.includesUnlocated", is(false));
        ledger(at, "", "asOf", "2025-10-20", "area", "PS0275")
                .body("incidents.counted", is(3))
                .body("area.name.en", equalTo("Rafah"))
                .body("days.attack", is(1));
        ledger(at, "", "asOf", "2025-10-20", "area", "PS01").body("incidents.counted", is(0));
    }

    @Test
    void typesNarrowTheIncidentsAndTheAttackDays() throws SQLException {
        Installation at = Installation.named("LEDGERTYPES");
        put(at, "2025-10-12", "AIR_STRIKE", 2);
        put(at, "2025-10-13", "DEMOLITION", 1);
        put(at, "2025-10-14", "ARREST", 1);

        ledger(at, "", "asOf", "2025-10-20", "types", "BOMBARDMENT,ARREST")
                .body("days.attack", is(1))
                .body("incidents.counted", is(3))
                .body("attackTypes", equalTo(List.of("BOMBARDMENT", "AIR_STRIKE", "ARTILLERY_SHELLING")));
        get(at, "", "asOf", "2025-10-20", "types", "ARREST")
                .statusCode(400)
                .body("type", equalTo("urn:humdash:problem:invalid-parameter"));
        ledger(at, "/counts", "asOf", "2025-10-20", "types", "ARREST", "by", "type")
                .body("items[0].incidents", is(1));
    }

    @Test
    void whatWasKnownAtAnInstantStaysTheAnswer() throws SQLException {
        Installation at = Installation.named("LEDGERKNOWN");
        Instant revised = Instant.now().truncatedTo(ChronoUnit.MICROS);
        put(at, "2025-10-12", "AIR_STRIKE", 2, LONG_AGO, revised.toString(), "LOW");
        put(at, "2025-10-12", "AIR_STRIKE", 5, revised.toString(), null, "LOW");

        String before = revised.minus(1, ChronoUnit.MICROS).toString();
        ledger(at, "", "asOf", "2025-10-20", "knownAt", before).body("incidents.counted", is(2));
        ledger(at, "", "asOf", "2025-10-20", "knownAt", revised.toString()).body("incidents.counted", is(5));
        ledger(at, "", "asOf", "2025-10-11").body("incidents.counted", is(0));
    }

    @Test
    void whatIsHiddenFromTheCallerIsInNoFigure() throws SQLException {
        Installation at = Installation.named("LEDGERHIDE");
        put(at, "2025-10-12", "AIR_STRIKE", 1, LONG_AGO, null, "HIGH");
        put(at, "2025-10-13", "AIR_STRIKE", 1, LONG_AGO, null, "SEVERE");

        String now = Instant.now().toString();
        for (String part : List.of("", "/days", "/counts")) {
            String hidden = ledger(at, part, "asOf", "2025-10-20", "knownAt", now)
                    .extract()
                    .asString();
            String nothing = ledger(at, part, "asOf", "2025-10-20", "knownAt", now, "area", "PS01")
                    .extract()
                    .asString();
            assertEquals(withoutArea(nothing), withoutArea(hidden), "the same as where nothing happened");
        }
        asking(contributor(), at, "", "asOf", "2025-10-20").body("incidents.counted", is(1));
    }

    @Test
    void beforeTheCeasefireTheLedgerIsEmptyAndNoError() throws SQLException {
        Installation at = Installation.named("LEDGEREARLY");
        put(at, "2025-10-12", "AIR_STRIKE", 1);

        ledger(at, "", "asOf", "2025-10-01")
                .body("monitored.days", is(0))
                .body("monitored.from", nullValue())
                .body("days.attack", is(0))
                .body("attackDays.estimate.text.en", equalTo("0"))
                .body("rate7d.perDay", nullValue())
                .body("incidents.counted", is(0))
                .body("withoutLocation.share", nullValue())
                .body("casualties.counted.killed.estimate", nullValue());
        ledger(at, "/days", "asOf", "2025-10-01").body("items", empty()).body("nextCursor", nullValue());
        ledger(at, "/counts", "asOf", "2025-10-01").body("items", empty());
    }

    @Test
    void eachDayTellsItsStatusWhatCausedItAndWhoReported() throws SQLException {
        Installation at = Installation.named("LEDGERDAYS");
        put(at, "2025-10-11", "2025-10-11", 1, "AFTER", "AIR_STRIKE", "PS0255", "FAIR", "LOW", 2, 3, 0);
        put(at, "2025-10-11", "2025-10-11", 1, "AFTER", "ARTILLERY_SHELLING", "PS0255", "CONTESTED", "LOW", 1, 4, 0);
        put(at, "2025-10-11", "2025-10-12", 2, "AFTER", "DEMOLITION", "PS0255", "WEAK", "LOW", 1, 0, 1);
        report(at, "2025-10-13", "2025-10-13", "NIL");
        report(at, "2025-10-14", "2025-10-14", "PARTIAL");

        ledger(at, "/days", "asOf", "2025-10-15")
                .body(
                        "items.date",
                        equalTo(List.of(
                                "2025-10-10", "2025-10-11", "2025-10-12", "2025-10-13", "2025-10-14", "2025-10-15")))
                .body(
                        "items.status",
                        equalTo(List.of("NO_REPORT", "ATTACK", "POSSIBLE", "QUIET", "NO_REPORT", "PENDING")))
                .body("items[1].statusName.ar", equalTo("هجوم"))
                .body("items[1].attackIncidents", is(3))
                .body("items[1].possibleIncidents", is(1))
                .body("items[1].incidents", is(4))
                .body("items[1].contested", is(1))
                .body(
                        "items[1].byType.collect { it.type + ' ' + it.incidents + ' ' + it.partOf }",
                        equalTo(List.of(
                                "BOMBARDMENT 3 null",
                                "AIR_STRIKE 2 BOMBARDMENT",
                                "ARTILLERY_SHELLING 1 BOMBARDMENT",
                                "DEMOLITION 1 null")))
                .body("items[1].casualties.counted.killed.estimate.text.en", equalTo("≥ 3"))
                .body("items[1].casualties.contested.killed.estimate.best", is(4))
                .body("items[2].possibleIncidents", is(1))
                .body("items[2].incidents", is(0))
                .body("items[3].covered", is(true))
                .body("items[3].coverage[0].source.code", equalTo(at.office))
                .body("items[3].coverage[0].status", equalTo("NIL"))
                .body("items[4].covered", is(false))
                .body("items[4].partiallyCovered", is(true))
                .body("nextCursor", nullValue());
    }

    @Test
    void daysArePagedAndBoundedByFromAndTo() throws SQLException {
        Installation at = Installation.named("LEDGERPAGE");
        put(at, "2025-10-12", "2025-10-16", 2, "AFTER", "AIR_STRIKE", "PS0255", "FAIR", "LOW", 1, 3, 0);

        String next = ledger(at, "/days", "asOf", "2025-10-20", "from", "2025-10-13", "to", "2025-10-17", "limit", "3")
                .body("items.date", equalTo(List.of("2025-10-13", "2025-10-14", "2025-10-15")))
                .body("items.status", equalTo(List.of("POSSIBLE", "POSSIBLE", "POSSIBLE")))
                .extract()
                .path("nextCursor");
        ledger(
                        at,
                        "/days",
                        "asOf",
                        "2025-10-20",
                        "from",
                        "2025-10-13",
                        "to",
                        "2025-10-17",
                        "limit",
                        "3",
                        "cursor",
                        next)
                .body("items.date", equalTo(List.of("2025-10-16", "2025-10-17")))
                .body("items.status", equalTo(List.of("POSSIBLE", "NO_REPORT")))
                .body("nextCursor", nullValue());
        ledger(at, "/days", "asOf", "2025-10-20", "from", "2026-01-01").body("items", empty());
    }

    @Test
    void countsAreByWeekTypeAndArea() throws SQLException {
        Installation at = Installation.named("LEDGERCOUNTS");
        put(at, "2025-10-10", "2025-10-10", 1, "AFTER", "AIR_STRIKE", "PS0255", "FAIR", "LOW", 2, 3, 0);
        put(at, "2025-10-11", "2025-10-11", 1, "AFTER", "BOMBARDMENT", "", "CONTESTED", "LOW", 1, 3, 0);
        put(at, "2025-10-19", "2025-10-19", 1, "AFTER", "ARREST", "PS0255", "FAIR", "LOW", 4, 0, 0);
        put(at, "2025-10-19", "2025-10-19", 1, "AFTER", "ARREST", "PS0255", "DISCOUNTED", "LOW", 9, 0, 0);
        put(at, "2025-10-01", "2025-10-31", 4, "UNKNOWN", "ARREST", "PS0255", "FAIR", "LOW", 9, 0, 0);
        report(at, "2025-10-10", "2025-10-12", "REPORTED");

        ledger(at, "/counts", "asOf", "2025-10-21", "by", "week,type,area")
                .body("by", equalTo(List.of("week", "type", "area")))
                .body("weekStart", equalTo("MONDAY"))
                .body("items.from", equalTo(List.of("2025-10-10", "2025-10-13", "2025-10-20")))
                .body("items.to", equalTo(List.of("2025-10-12", "2025-10-19", "2025-10-21")))
                .body("items.partial", equalTo(List.of(true, false, true)))
                .body("items.incidents", equalTo(List.of(3, 4, 0)))
                .body("items.daysCovered", equalTo(List.of(3, 0, 0)))
                .body("items.days", equalTo(List.of(3, 7, 2)))
                .body("items[0].contested", is(1))
                .body(
                        "items[0].cells.collect { it.type + ' ' + it.area + ' ' + it.incidents + ' ' + it.partOf }",
                        equalTo(List.of(
                                "BOMBARDMENT PS0255 2 null",
                                "BOMBARDMENT null 1 null",
                                "AIR_STRIKE PS0255 2 BOMBARDMENT")))
                .body("items[1].cells[0].areaName.en", equalTo("North Gaza"))
                .body("items[2].cells", empty());
        ledger(at, "/counts", "asOf", "2025-10-21", "by", "week", "weekStart", "SAT")
                .body("items.from", equalTo(List.of("2025-10-10", "2025-10-11", "2025-10-18")))
                .body("items.incidents", equalTo(List.of(2, 1, 4)))
                .body("items.partial", equalTo(List.of(true, false, true)));
        ledger(at, "/counts", "asOf", "2025-10-21", "by", "month")
                .body("items.from", equalTo(List.of("2025-10-10")))
                .body("items.partial", equalTo(List.of(true)))
                .body("items.incidents", equalTo(List.of(7)));
        ledger(at, "/counts", "asOf", "2025-10-21", "by", "area")
                .body("items", hasSize(1))
                .body("items[0].cells.area", equalTo(Arrays.asList("PS0255", null)))
                .body("items[0].cells.incidents", equalTo(List.of(6, 1)));
    }

    @Test
    void countsArePagedByBucket() throws SQLException {
        Installation at = Installation.named("LEDGERBUCKETS");
        put(at, "2025-10-14", "AIR_STRIKE", 1);
        put(at, "2025-10-22", "AIR_STRIKE", 2);

        String next = ledger(at, "/counts", "asOf", "2025-10-30", "by", "week", "limit", "2")
                .body("items.incidents", equalTo(List.of(0, 1)))
                .extract()
                .path("nextCursor");
        ledger(at, "/counts", "asOf", "2025-10-30", "by", "week", "limit", "2", "cursor", next)
                .body("items.from", equalTo(List.of("2025-10-20", "2025-10-27")))
                .body("items.incidents", equalTo(List.of(2, 0)))
                .body("nextCursor", nullValue());
    }

    @ParameterizedTest(name = "{0}?{1}={2} is answered with 400")
    @CsvSource({
        "'', area, GAZA",
        "'', types, BOMB",
        "'', lagDays, -1",
        "'', lagDays, 61",
        "'', dayCount, ALL",
        "/days, from, yesterday",
        "/days, cursor, x",
        "/days, cursor, OTk5OTk5OTk5LTEyLTMx",
        "/days, limit, 0",
        "/days, limit, 1001",
        "/counts, by, 'day,week'",
        "/counts, by, source",
        "/counts, weekStart, TUE"
    })
    void aParameterThatCannotBeReadIsNamed(String part, String parameter, String value) {
        Installation at = Installation.named("LEDGER"
                + Integer.toHexString((part + parameter + value).hashCode()).toUpperCase());
        get(at, part, parameter, value).statusCode(400);
    }

    @Test
    void theLedgerOfAnUnknownCeasefireIsNotFound() {
        given().get("/api/v1/ceasefires/NONE/ledger")
                .then()
                .statusCode(404)
                .body("type", equalTo("urn:humdash:problem:not-found"));
        given().get("/api/v1/ceasefires/NONE/ledger/days").then().statusCode(404);
        given().get("/api/v1/ceasefires/NONE/ledger/counts").then().statusCode(404);
    }

    private static String claim(Installation at, String measure, int days) {
        return at.ceasefire + "," + at.outlet + "," + measure + "," + measure + "," + days
                + ",2025-10-10,2025-12-19,69,FULL_DAYS_AFTER_EFFECTIVE\n";
    }

    private static void report(Installation at, String from, String to, String status) {
        importing("ceasefire,source,from,to,status\n" + at.ceasefire + "," + at.office + "," + from + "," + to + ","
                        + status + "\n")
                .post("/api/v1/coverage/imports")
                .then()
                .statusCode(200)
                .body("refused", is(0));
    }

    private static String withoutArea(String body) {
        return body.replaceAll("\"area\":\\{[^}]*\\}[^}]*\\}", "");
    }

    private static ValidatableResponse ledger(Installation at, String part, String... parameters) {
        return get(at, part, parameters).statusCode(200);
    }

    private static ValidatableResponse get(Installation at, String part, String... parameters) {
        return asking(given(), at, part, parameters);
    }

    private static ValidatableResponse asking(
            RequestSpecification caller, Installation at, String part, String... parameters) {
        for (int i = 0; i < parameters.length; i += 2) {
            caller.queryParam(parameters[i], parameters[i + 1]);
        }
        return caller.get("/api/v1/ceasefires/" + at.ceasefire + "/ledger" + part)
                .then();
    }

    private void put(Installation at, String day, String type, int incidents) throws SQLException {
        put(at, day, type, incidents, LONG_AGO, null, "LOW");
    }

    private void put(
            Installation at,
            String day,
            String type,
            int incidents,
            String recorded,
            String superseded,
            String sensitivity)
            throws SQLException {
        put(at, day, day, 1, "AFTER", type, "PS0255", "FAIR", sensitivity, incidents, 0, 0, recorded, superseded);
    }

    private void put(
            Installation at,
            String from,
            String to,
            int precision,
            String timing,
            String type,
            String adm2,
            String grade,
            String sensitivity,
            int incidents,
            int killed,
            int open)
            throws SQLException {
        put(at, from, to, precision, timing, type, adm2, grade, sensitivity, incidents, killed, open, LONG_AGO, null);
    }

    /** Puts a row straight into the roll-up; {@code killed} is stated by each incident when it is above 0. */
    private void put(
            Installation at,
            String from,
            String to,
            int precision,
            String timing,
            String type,
            String adm2,
            String grade,
            String sensitivity,
            int incidents,
            int killed,
            int open,
            String recorded,
            String superseded)
            throws SQLException {
        String sql = """
                insert into incident_rollup
                select ?, ?::date, ?::date, ?, ?, ?, left(?, 4), ?, ?, ?, ?::timestamptz, ?::timestamptz, ?,
                    ?, ?, ?, ?, ?, ?, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0""";
        boolean states = killed > 0 || open > 0;
        Object[] values = {
            at.ceasefire,
            from,
            to,
            precision,
            timing,
            type,
            adm2,
            adm2,
            grade,
            sensitivity,
            recorded,
            superseded,
            incidents,
            killed,
            open > 0 ? 0 : killed,
            open > 0 ? 0 : killed,
            states ? incidents : 0,
            open,
            open
        };
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
        CoarseRollup.remake(dataSource, at.ceasefire);
    }
}
