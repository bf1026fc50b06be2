package org.humdash.incident.reconciliation;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.humdash.incident.Installation.contributor;
import static org.humdash.incident.Installation.importing;
import static org.humdash.incident.Installation.partner;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.humdash.incident.Installation;
import org.humdash.incident.RollupRows;
import org.humdash.kit.test.PostgresResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ReconciliationResourceTest {

    private static final String HEADER = "ceasefire,area,originator,reference,relay_of,measure,value,"
            + "type_civilian_shooting,type_ground_incursion,type_bombardment,type_demolition,"
            + "valid_from,valid_to,stated_days,day_count,published_on,sensitivity\n";

    @Inject
    DataSource dataSource;

    @Inject
    SessionFactory sessions;

    @Test
    void aClaimStandsBesideWhatIsDocumentedOfItsPeriod() throws SQLException {
        Installation at = Installation.named("RECONCILE");
        claims(at, ",o,v1,,VIOLATIONS,591,164,25,280,118,2025-10-10,2025-11-29,50,ELAPSED,2025-11-29,");
        claims(at, ",o,v2,,VIOLATIONS,at least 738,205,37,358,138,2025-10-10,2025-12-08,60,INCLUSIVE,2025-12-09,");
        RollupRows rollup = new RollupRows(dataSource, at.ceasefire);
        rollup.row().on("2025-10-12").incidents(300).write();
        rollup.row().on("2025-10-13").type("ARTILLERY_SHELLING").incidents(60).write();
        rollup.row()
                .on("2025-12-08")
                .type("DEMOLITION")
                .grade("CONTESTED")
                .incidents(9)
                .write();
        rollup.row()
                .on("2025-10-10")
                .type("DEMOLITION")
                .timing("UNKNOWN")
                .incidents(1)
                .write();
        rollup.row().on("2025-10-10").timing("BEFORE").incidents(100).write();
        rollup.row().on("2025-10-20").grade("DISCOUNTED").incidents(100).write();
        rollup.row().on("2025-12-09").incidents(100).write();
        rollup.row().on("2025-10-20").sensitivity("HIGH").incidents(100).write();

        String id = list(given(), at, "").extract().path("items[0].claim.id");
        String earlier = list(given(), at, "").extract().path("items[1].claim.id");
        JsonPath json = get(given(), id, "").statusCode(200).extract().jsonPath();

        assertEquals("v2", json.getString("claim.reference"));
        assertEquals("≥ 738", json.getString("claim.estimate.text.en"));
        assertEquals("Name of " + at.office, json.getString("claim.originator.name.en"));
        assertEquals("369–370", json.getString("documented.figure.text.en"));
        assertEquals(369, json.getInt("documented.incidents.certain"));
        assertEquals(1, json.getInt("documented.incidents.possible"));
        assertEquals(370, json.getInt("documented.incidents.stated"));
        assertEquals("9", json.getString("documented.incidents.contested.text.en"));
        assertEquals("{lower=368, best=null, upper=369}", json.getMap("gap").toString());
        assertEquals(
                "{lower=0.5, best=null, upper=0.5014}", json.getMap("coverage").toString());
        assertEquals(0, json.getInt("residual"));
        assertEquals(
                List.of("BOMBARDMENT", "CIVILIAN_SHOOTING", "GROUND_INCURSION", "DEMOLITION"),
                json.getList("breakdown.type"));
        assertEquals(List.of("360", "0", "0", "9–10"), json.getList("breakdown.documented.figure.text.en"));
        assertEquals(List.of(-2, 205, 37, 128), json.getList("breakdown.gap.lower"));
        assertEquals(List.of(), json.getList("flags"));
        assertEquals(earlier, json.getString("sincePrevious.from.claim"));
        assertEquals("2025-11-29", json.getString("sincePrevious.from.validTo"));
        assertEquals(51, json.getInt("sincePrevious.from.dayCounts.inclusive"));
        assertEquals(50, json.getInt("sincePrevious.from.statedDays"));
        assertEquals("ELAPSED", json.getString("sincePrevious.from.dayCount"));
        assertEquals(id, json.getString("sincePrevious.to.claim"));
        assertEquals(60, json.getInt("sincePrevious.to.dayCounts.inclusive"));
        assertEquals(9, json.getInt("sincePrevious.days"));
        assertEquals(147, json.getInt("sincePrevious.increase"));
        assertEquals("≈ 16.33", json.getString("sincePrevious.perDay.text.en"));

        get(contributor(), id, "").body("documented.incidents.certain", is(469));
    }

    @Test
    void whatWasDocumentedAtAnInstantCanStillBeAsked() throws SQLException {
        Installation at = Installation.named("RECONKNOWN");
        claims(at, ",o,v,,VIOLATIONS,10,,,,,2025-10-10,2025-10-18,,,,");
        String recorded = list(given(), at, "").extract().path("items[0].claim.revision.recordedAt");
        String counted = list(given(), at, "").extract().path("knownAt");
        RollupRows rollup = new RollupRows(dataSource, at.ceasefire);
        rollup.row()
                .on("2025-10-12")
                .known("2025-10-12T00:00:00Z", counted)
                .incidents(3)
                .write();
        rollup.row().on("2025-10-12").known(counted, null).incidents(12).write();

        list(given(), at, "&knownAt=" + recorded)
                .body("items[0].documented.figure.best", is(3))
                .body("items[0].flags", empty());
        list(given(), at, "")
                .body("items[0].documented.figure.best", is(12))
                .body("items[0].gap.best", is(-2))
                .body("items[0].coverage.best", is(1.2f))
                .body("items[0].flags.code", equalTo(List.of("DOCUMENTED_ABOVE_CLAIMED")))
                .body("items[0].flags.certainty", equalTo(List.of("CERTAIN")));
        list(given(), at, "&asOf=2025-10-17").body("items", empty());
        get(given(), list(given(), at, "").extract().path("items[0].claim.id"), "?asOf=2025-10-17")
                .statusCode(404)
                .body("type", equalTo("urn:humdash:problem:not-found"));
    }

    @Test
    void recordedIncidentsCountForWhomTheyAreMeantUntilTheyAreRetracted() {
        Installation at = Installation.named("RECONLIVE");
        claims(at, ",o,v,,VIOLATIONS,10,,,,,2025-10-10,2025-10-18,,,,");
        String id = recorded(at, "low", "LOW", "PUBLISHED");
        recorded(at, "moderate", "MODERATE", "PUBLISHED");
        recorded(at, "high", "HIGH", "PUBLISHED");
        recorded(at, "draft", "LOW", "DRAFT");

        list(given(), at, "").body("items[0].documented.figure.text.en", equalTo("1"));
        list(partner(), at, "").body("items[0].documented.figure.text.en", equalTo("2"));
        String before = list(contributor(), at, "")
                .body("items[0].documented.figure.text.en", equalTo("3"))
                .extract()
                .path("knownAt");
        contributor()
                .contentType(ContentType.JSON)
                .header("If-Match", "\"1\"")
                .body("{\"note\": \"an error\"}")
                .post("/api/v1/incidents/" + id + "/retraction")
                .then()
                .statusCode(200);
        list(given(), at, "").body("items[0].documented.figure.text.en", equalTo("0"));
        list(contributor(), at, "").body("items[0].documented.figure.text.en", equalTo("2"));
        list(contributor(), at, "&knownAt=" + before).body("items[0].documented.figure.text.en", equalTo("3"));
    }

    @Test
    void anImpreciseDateOrPlaceWidensWhatIsDocumented() throws SQLException {
        Installation at = Installation.named("RECONSPAN");
        claims(
                at,
                ",o,all,,VIOLATIONS,50,,,,,2025-10-10,2025-10-18,,,,",
                "PS0260,o,city,,VIOLATIONS,20,,,,,2025-10-10,2025-10-18,,,,");
        RollupRows rollup = new RollupRows(dataSource, at.ceasefire);
        rollup.row().on("2025-10-12").incidents(1).write();
        rollup.row().between("2025-10-17", "2025-10-23", 3).incidents(2).write();
        rollup.row().on("2025-10-13").at("PS02", "").incidents(4).write();
        rollup.row().on("2025-10-13").at("", "").incidents(8).write();
        rollup.row().on("2025-10-13").at("PS02", "PS0275").incidents(16).write();
        rollup.row().on("2025-10-13").at("PS01", "PS0101").incidents(32).write();

        list(given(), at, "")
                .body("items.find { it.claim.reference == 'all' }.documented.figure.text.en", equalTo("29–31"))
                .body("items.find { it.claim.reference == 'city' }.documented.figure.text.en", equalTo("1–15"));
        list(given(), at, "&area=PS0260").body("items.claim.reference", equalTo(List.of("city")));
    }

    @Test
    void casualtiesAreSumsWithTheirBounds() throws SQLException {
        Installation at = Installation.named("RECONKILLED");
        claims(
                at,
                ",o,killed,,KILLED,386,,,,,2025-10-10,2025-12-08,,,,",
                ",o,injured,,INJURED,about 980,,,,,2025-10-10,2025-12-08,,,,");
        RollupRows rollup = new RollupRows(dataSource, at.ceasefire);
        rollup.row().on("2025-10-12").incidents(3).killed(90, 93, 97, 2, 0, 0).write();
        rollup.row()
                .on("2025-10-13")
                .grade("CONTESTED")
                .killed(10, 0, 0, 1, 1, 1)
                .write();

        list(given(), at, "&measure=KILLED")
                .body("items[0].documented.figure.text.en", equalTo("≥ 100"))
                .body("items[0].documented.incidents.certain", is(4))
                .body("items[0].documented.incidents.stated", is(3))
                .body("items[0].documented.incidents.contested.text.en", equalTo("≥ 10"))
                .body("items[0].gap.lower", nullValue())
                .body("items[0].gap.upper", is(286))
                .body("items[0].coverage.lower", is(0.2591f));
        list(given(), at, "&measure=INJURED")
                .body("items[0].documented.figure.text.en", equalTo("≥ 0"))
                .body("items[0].documented.incidents.stated", is(0))
                .body("items[0].gap", nullValue())
                .body("items[0].coverage", nullValue());
    }

    /** "Attacks on 58 of the 69 days": a claim, beside what the ledger says of the same days. */
    @Test
    void aClaimAboutDaysStandsBesideTheLedgerOfItsDays() throws SQLException {
        Installation at = Installation.named("RECONDAYS");
        claims(
                at,
                ",p,attack,,ATTACK_DAYS,58,,,,,2025-10-10,2025-12-19,69,FULL_DAYS_AFTER_EFFECTIVE,,",
                ",p,quiet,,QUIET_DAYS,11,,,,,2025-10-10,2025-12-19,69,FULL_DAYS_AFTER_EFFECTIVE,,",
                ",p,monitored,,MONITORED_DAYS,69,,,,,2025-10-10,2025-12-19,69,FULL_DAYS_AFTER_EFFECTIVE,,",
                ",p,plain,,MONITORED_DAYS,71,,,,,2025-10-10,2025-12-19,,,,",
                ",p,elapsed,,MONITORED_DAYS,70,,,,,2025-10-10,2025-12-19,70,ELAPSED,,",
                "PS0275,p,there,,ATTACK_DAYS,1,,,,,2025-10-10,2025-12-19,,,,",
                ",p,before,,MONITORED_DAYS,9,,,,,2025-10-01,2025-10-09,,,,");
        RollupRows rollup = new RollupRows(dataSource, at.ceasefire);
        rollup.row().on("2025-10-10").write();
        rollup.row().on("2025-10-11").incidents(3).write();
        rollup.row().on("2025-10-12").write();
        rollup.row().between("2025-10-14", "2025-10-16", 2).write();
        rollup.row().on("2025-10-18").type("ARREST").write();
        rollup.row().on("2025-12-19").write();
        for (String day : List.of("2025-10-14", "2025-10-18", "2025-10-19")) {
            rollup.execute(
                    "insert into coverage_day (id, revision, recorded_at, revision_reason, sensitivity, ceasefire,"
                            + " source, day, status) values (gen_random_uuid(), 1, '2025-12-01', 'NEW', 'LOW', '"
                            + at.ceasefire + "', '" + at.office + "', '" + day + "', 'NIL')");
        }

        JsonPath json = list(given(), at, "&asOf=2025-12-19").extract().jsonPath();
        assertEquals("2–3", json.getString("items.find { it.claim.reference == 'attack' }.documented.figure.text.en"));
        assertEquals(
                "{monitored=69, attack=2, possible=3, pending=0, quiet=2, noReport=62}",
                json.getMap("items.find { it.claim.reference == 'attack' }.documented.days")
                        .toString());
        assertNull(json.get("items.find { it.claim.reference == 'attack' }.documented.incidents"));
        assertEquals(
                "{lower=55, best=null, upper=56}",
                json.getMap("items.find { it.claim.reference == 'attack' }.gap").toString());
        assertEquals("2–3", json.getString("items.find { it.claim.reference == 'quiet' }.documented.figure.text.en"));
        assertEquals(
                "69", json.getString("items.find { it.claim.reference == 'monitored' }.documented.figure.text.en"));
        assertEquals("71", json.getString("items.find { it.claim.reference == 'plain' }.documented.figure.text.en"));
        assertEquals("70", json.getString("items.find { it.claim.reference == 'elapsed' }.documented.figure.text.en"));
        assertEquals("0", json.getString("items.find { it.claim.reference == 'there' }.documented.figure.text.en"));
        assertNull(json.get("items.find { it.claim.reference == 'before' }.documented"));
        assertNull(json.get("items.find { it.claim.reference == 'before' }.gap"));
    }

    @Test
    void aFigureThatFallsIsFlaggedAndARelayIsNoStatementOfItsOwn() {
        Installation at = Installation.named("RECONFALL");
        claims(
                at,
                ",o,first,,KILLED,97,,,,,2025-10-10,2025-10-19,,,,",
                ",o,relay,first,KILLED,95,,,,,2025-10-10,2025-10-20,,,,",
                ",o,second,,KILLED,94,,,,,2025-10-10,2025-10-28,,,,",
                ",p,other,,KILLED,93,,,,,2025-10-10,2025-10-25,,,,",
                "PS0260,o,place,,KILLED,7,,,,,2025-10-10,2025-10-28,,,,",
                ",o,week,,KILLED,20,,,,,2025-10-21,2025-10-28,,,,");
        String first = list(given(), at, "").extract().path("items.find { it.claim.reference == 'first' }.claim.id");

        list(given(), at, "")
                .body("items.findAll { it.flags.size() > 0 }.claim.reference", equalTo(List.of("second")))
                .body(
                        "items.find { it.claim.reference == 'second' }.flags",
                        equalTo(List.of(java.util.Map.of(
                                "code", "REVISED_DOWN", "certainty", "CERTAIN", "earlierClaim", first))))
                .body("items.find { it.claim.reference == 'second' }.sincePrevious.from.claim", equalTo(first))
                .body("items.find { it.claim.reference == 'second' }.sincePrevious.increase", is(-3))
                .body("items.find { it.claim.reference == 'second' }.sincePrevious.perDay", nullValue())
                .body("items.find { it.claim.reference == 'relay' }.claim.relayOf", equalTo(first))
                .body("items.findAll { it.sincePrevious != null }.claim.reference", equalTo(List.of("second")));
        list(given(), at, "&originator=" + at.outlet).body("items.claim.reference", equalTo(List.of("other")));
    }

    @Test
    void aHiddenClaimIsNeitherShownNorComparedWithNorNamedByItsRelay() {
        Installation at = Installation.named("RECONHIDDEN");
        claims(
                at,
                ",o,hidden,,KILLED,97,,,,,2025-10-10,2025-10-19,,,,HIGH",
                ",o,relay,hidden,KILLED,96,,,,,2025-10-10,2025-10-20,,,,",
                ",o,second,,KILLED,94,,,,,2025-10-10,2025-10-28,,,,");
        String hidden =
                list(contributor(), at, "").extract().path("items.find { it.claim.reference == 'hidden' }.claim.id");

        list(given(), at, "")
                .body("items.claim.reference", equalTo(List.of("second", "relay")))
                .body("items[1].claim.relayOf", nullValue())
                .body("items[0].flags.code", equalTo(List.of("REVISED_DOWN")))
                .body("items[0].sincePrevious.increase", is(-2));
        get(given(), hidden, "").statusCode(404);
        list(contributor(), at, "")
                .body("items[0].sincePrevious.increase", is(-3))
                .body("items[0].flags[0].earlierClaim", equalTo(hidden))
                .body("items[1].claim.relayOf", equalTo(hidden));
    }

    @Test
    void pagesFollowEachOtherAndALongOneCostsAsManyStatementsAsAShortOne() throws SQLException {
        Installation at = Installation.named("RECONPAGES");
        List<String> rows = new ArrayList<>();
        for (int i = 10; i < 30; i++) {
            rows.add(",o,v" + i + ",,VIOLATIONS," + i + "," + (i - 5) + ",5,,,2025-10-10,2025-10-" + i + ",,,,");
            rows.add((i % 2 == 0 ? "PS0260" : "PS0275") + ",o,a" + i + ",,KILLED," + i + ",,,,,2025-10-10,2025-10-" + i
                    + ",,,,");
            rows.add(",p,d" + i + ",,ATTACK_DAYS," + i + ",,,,,2025-10-10,2025-10-" + i + ",,,,");
        }
        claims(at, rows.toArray(String[]::new));
        new RollupRows(dataSource, at.ceasefire)
                .row()
                .on("2025-10-12")
                .incidents(3)
                .write();

        List<String> seen = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonPath page = list(given(), at, "&limit=7" + cursor).extract().jsonPath();
            seen.addAll(page.getList("items.claim.reference"));
            cursor = page.getString("nextCursor") == null ? null : "&cursor=" + page.getString("nextCursor");
        }
        assertEquals(list(given(), at, "&limit=1000").extract().<List<String>>path("items.claim.reference"), seen);
        assertEquals(60, seen.size());
        long few = LongStream.range(0, 5)
                .map(attempt -> statements(at, "&limit=6"))
                .min()
                .orElseThrow();
        await().atMost(Duration.ofMinutes(1)).until(() -> statements(at, "&limit=1000") <= few);
    }

    @Test
    void aParameterThatCannotBeReadIsRefused() {
        for (String query : List.of("measure=DEATHS", "area=Gaza", "cursor=x", "limit=0", "asOf=yesterday")) {
            given().get("/api/v1/reconciliation?" + query).then().statusCode(400);
        }
    }

    private static String recorded(Installation at, String reference, String sensitivity, String status) {
        return contributor()
                .contentType(ContentType.JSON)
                .body("""
                        {"source": "%1$s", "reference": "%2$s", "ceasefire": "%3$s", "type": "AIR_STRIKE",
                         "occurredFrom": "2025-10-12", "sensitivity": "%4$s", "status": "%5$s",
                         "reports": [{"source": "%1$s", "publishedOn": "2025-10-13"}]}""".formatted(at.office, reference, at.ceasefire, sensitivity, status))
                .post("/api/v1/incidents")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Statements asked meanwhile; those that the gauges ask when their time comes are among them. */
    private long statements(Installation at, String query) {
        Statistics statistics = sessions.getStatistics();
        statistics.setStatisticsEnabled(true);
        long before = statistics.getPrepareStatementCount();
        list(given(), at, query);
        return statistics.getPrepareStatementCount() - before;
    }

    /** Imports claims; an originator "o" is the office of the installation, any other one its outlet. */
    private static void claims(Installation at, String... rows) {
        StringBuilder csv = new StringBuilder(HEADER);
        for (String row : rows) {
            csv.append(at.ceasefire)
                    .append(',')
                    .append(row.replaceFirst(",o,", "," + at.office + ",").replaceFirst(",p,", "," + at.outlet + ","))
                    .append('\n');
        }
        importing(csv.toString())
                .post("/api/v1/claims/imports")
                .then()
                .statusCode(200)
                .body("problems", empty())
                .body("created", is(rows.length));
    }

    private static ValidatableResponse list(RequestSpecification as, Installation at, String query) {
        return as.get("/api/v1/reconciliation?ceasefire=" + at.ceasefire + query)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse get(RequestSpecification as, String id, String query) {
        return as.get("/api/v1/claims/" + id + "/reconciliation" + query).then();
    }
}
