package org.humdash.humanitarian.observation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.humdash.humanitarian.Installation.contributor;
import static org.humdash.humanitarian.Installation.importing;
import static org.humdash.humanitarian.Installation.partner;
import static org.humdash.humanitarian.Installation.staff;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.humdash.humanitarian.Installation;
import org.humdash.humanitarian.SourceRegisterResource;
import org.humdash.kit.test.PostgresResource;
import org.humdash.vocabulary.text.SearchText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(SourceRegisterResource.class)
class ObservationSearchResourceTest {

    private static final String OBSERVATIONS = "/api/v1/observations";
    private static final String HEADER =
            "indicator,area,originator,publisher,reference,definition,value,valid_from,valid_to,"
                    + "published_on,text,note,sex,age,cause,shelter_type,report,sensitivity\n";

    @Inject
    DataSource dataSource;

    @Test
    void filtersNarrowTheListDown() {
        Installation at = withFive("SEARCHFILTERS");
        assertEquals("abcde", found(at));
        assertEquals("abcd", found(at, "area", "PS02"));
        assertEquals("b", found(at, "area", "PS0260"));
        assertEquals("e", found(at, "area", "PS01"));
        assertEquals("d", found(at, "definition", "OTHER_WAY"));
        assertEquals("abcde", found(at, "source", at.office));
        assertEquals("be", found(at, "source", at.outlet));
        assertEquals("", found(at, "originator", at.outlet));
        assertEquals("be", found(at, "publisher", at.outlet));
        assertEquals("c", found(at, "report", "NIL"));
        assertEquals("abde", found(at, "report", "FIGURE"));
        assertEquals("b", found(at, "qualifier", "AT_LEAST"));
        assertEquals("d", found(at, "sex", "FEMALE", "age", "CHILD", "cause", "EXPOSURE", "shelterType", "TENT"));
        assertEquals("abce", found(at, "sex", "ALL"));
        assertEquals("d", found(at, "definition", "OTHER_WAY", "age", "CHILD"));
        assertEquals("abe", found(at, "minValue", "10"), "a range is at least its lower bound");
        assertEquals("acd", found(at, "maxValue", "10"), "what is open above is not at most anything");
        assertEquals("cde", found(at, "periodFrom", "2025-12-12"));
        assertEquals("ab", found(at, "periodTo", "2025-12-05"));
        assertEquals("ab", found(at, "publishedFrom", "2025-12-11"));
        assertEquals("a", found(at, "publishedFrom", "2025-12-11", "publishedTo", "2025-12-11"));
        assertEquals("abc", found(at, "asOf", "2025-12-12"));
        assertEquals("", found(at, "knownAt", "2020-01-01T00:00:00Z"));
        assertEquals("", found(at, "recordedTo", "2020-01-01T00:00:00Z"));
        assertEquals("abcde", found(at, "recordedFrom", "2020-01-01T00:00:00Z"));
        assertEquals("", found(at, "hazard", "NONE"));
        assertEquals("", found(at, "sensitivity", "HIGH"));
        assertEquals("abcde", found(at, "sensitivity", "LOW"));
    }

    @Test
    void severalIndicatorsAreListedTogetherEachOnce() {
        Installation one = withFive("SEARCHONE");
        Installation other = withFive("SEARCHOTHER");
        given().queryParam("indicator", one.indicator, other.indicator, one.indicator)
                .queryParam("area", "PS0260")
                .get(OBSERVATIONS)
                .then()
                .body("items.indicator.sort()", contains(one.indicator, other.indicator));
        List<String> many = new ArrayList<>(List.of(one.indicator, other.indicator));
        for (int i = 0; i < 30; i++) {
            many.add("NOBODY_COUNTS_" + i);
        }
        given().queryParam("indicator", many)
                .queryParam("withTotal", true)
                .queryParam("limit", 1)
                .get(OBSERVATIONS)
                .then()
                .body("items.size()", is(1))
                .body("total", is(10));
    }

    @Test
    void aVersionOfADefinitionHasTheFiguresOfItsDays() {
        Installation at = withFive("SEARCHVERSION");
        String revision = given().get("/api/v1/indicators/" + at.indicator).header("ETag");
        contributor()
                .contentType(ContentType.JSON)
                .header("If-Match", revision)
                .body("""
                        {"validFrom": "2025-12-12", "text": {"en": "People counted anew"},
                         "change": {"en": "By another method"}}""")
                .post("/api/v1/indicators/" + at.indicator + "/definitions/" + at.indicator + "/versions")
                .then()
                .statusCode(200);
        assertEquals("ab", found(at, "definitionVersion", "1", "definition", at.indicator));
        assertEquals("ce", found(at, "definitionVersion", "2"));
        assertEquals("abd", found(at, "definitionVersion", "1"), "the other definition has no second version");
        assertEquals("", found(at, "definitionVersion", "3"));
    }

    @Test
    void textIsFoundInEnglishAndArabicHoweverItIsSpelt() {
        Installation at = Installation.named("SEARCHTEXT");
        record(HEADER
                + row(at, "cafe", "\"At least 13 killed, a Café flooded\"", "")
                + row(at, "school", "غَمَرَت المياهُ المدرسةَ في مُخيّم إيواء", "")
                + row(at, "note", "", "Stated at a press-conference"));
        assertEquals("cafe", found(at, "text", "CAFE killed"));
        assertEquals("cafe", found(at, "text", "flood"));
        assertEquals("cafe", found(at, "text", "13"));
        assertEquals("school", found(at, "text", "مدرسه"));
        assertEquals("school", found(at, "text", "والمدرسة"));
        assertEquals("school", found(at, "text", "ايواء"));
        assertEquals("note", found(at, "text", "conference"));
        assertEquals("", found(at, "text", "cafe school"));
    }

    /** Words are folded in Java when they are looked for and in SQL where they are found. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "At least 13 killed, a Café flooded (50 %)",
                "ÅNGSTRÖM straße Ελλάδα МОСКВА",
                "غَمَرَت المياهُ المدرسةَ، في مُخيّم إيواء",
                "والمدرسة بالمستشفى كالبيت فالطريق للناس ال الم",
                "أإآؤئءىة ـ٠١٢٣٤٥٦٧٨٩ ۰۱۲۳۴۵۶۷۸۹",
                "\u200fعدد\u200e\u00a0 people\u00ad s\ufeff",
                "e-mail: a.b@example.org http://example.org/x?y=1&z=-2.5",
                "tab\tline\nend",
                "' & | ! :* \\ ( )"
            })
    void wordsAreTheSameInTheDatabaseAsInJava(String text) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("select observation_words(?, null)")) {
            statement.setString(1, text);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                assertEquals(words(SearchText.of(text)), words(row.getString(1)));
            }
        }
    }

    @Test
    void pagesFollowEachOtherInEveryOrderWithoutGapOrOverlap() {
        Installation at = withFive("SEARCHPAGES");
        record(HEADER.replace(",sensitivity", "")
                + "%s,PS02,%s,,f,,6,2025-12-01,2025-12-01,,,,,,,,\n".formatted(at.indicator, at.office));
        assertEquals("edcbaf", paged(at, "-validTo", "indicator", at.indicator));
        assertEquals("fabcde", paged(at, "validTo", "indicator", at.indicator));
        assertEquals("f", paged(at, "-recordedAt", "indicator", at.indicator).substring(0, 1));
        assertEquals("f", paged(at, "recordedAt", "indicator", at.indicator).substring(5));
        assertEquals("edcbaf", paged(at, "-validTo", "source", at.office));
        String cursor = given().queryParam("indicator", at.indicator)
                .queryParam("limit", 1)
                .get(OBSERVATIONS)
                .path("nextCursor");
        given().queryParam("cursor", cursor)
                .queryParam("sort", "validTo")
                .get(OBSERVATIONS)
                .then()
                .statusCode(400)
                .body("type", is("urn:humdash:problem:invalid-parameter"));
        given().queryParam("cursor", cursor)
                .queryParam("indicator", at.indicator)
                .queryParam("area", "PS0255")
                .get(OBSERVATIONS)
                .then()
                .statusCode(400)
                .body("type", is("urn:humdash:problem:invalid-parameter"))
                .body(
                        "detail",
                        is("Parameter 'cursor' must be the nextCursor of an earlier page, unchanged, of the same list"
                                + " with the same parameters. Only limit, withTotal, asOf and knownAt may change from"
                                + " page to page."));
        given().queryParam("cursor", cursor)
                .queryParam("indicator", at.indicator)
                .queryParam("limit", 7)
                .get(OBSERVATIONS)
                .then()
                .statusCode(200);
    }

    @Test
    void pagesNameTheFirstAndTheNextOneInALink() {
        Installation at = withFive("SEARCHLINKS");
        String query = "indicator=" + at.indicator + "&limit=3";
        Response page = given().get(OBSERVATIONS + "?" + query);
        String next = "observations?" + query + "&cursor=" + page.path("nextCursor");
        assertEquals(
                List.of("<" + next + ">; rel=\"next\"", "<observations?" + query + ">; rel=\"first\""),
                page.headers().getValues("Link"));
        Response last = given().get("/api/v1/" + next);
        last.then().statusCode(200);
        assertEquals(2, last.<List<?>>path("items").size());
        assertEquals(
                List.of("<observations?" + query + ">; rel=\"first\""),
                last.headers().getValues("Link"));
    }

    @Test
    void observationsAreCountedByWhatTheyHaveInCommon() {
        Installation at = withFive("SEARCHCOUNTS");
        String answer = given().queryParam("indicator", at.indicator)
                .queryParam("by", "area,week")
                .queryParam("asOf", "2025-12-19")
                .get(OBSERVATIONS + "/counts")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .replaceAll("\"knownAt\":\"[^\"]*\"", "\"knownAt\":\"T\"");
        assertEquals("""
                {"items":[{"indicator":null,"indicatorName":null,"area":"PS01","areaName":{"en":"West Bank","ar":"الضفة الغربية"},\
                "source":null,"from":"2025-12-15","observations":1},\
                {"indicator":null,"indicatorName":null,"area":"PS02","areaName":{"en":"Gaza Strip","ar":"قطاع غزة"},\
                "source":null,"from":"2025-12-08","observations":3},\
                {"indicator":null,"indicatorName":null,"area":"PS0260","areaName":{"en":"Gaza","ar":"غزة"},\
                "source":null,"from":"2025-12-08","observations":1}],"total":5,"asOf":"2025-12-19","knownAt":"T"}""", answer);
        given().queryParam("source", at.outlet)
                .queryParam("by", "indicator,source,month")
                .get(OBSERVATIONS + "/counts")
                .then()
                .body("items.size()", is(1))
                .body("items[0].indicator", is(at.indicator))
                .body("items[0].indicatorName.en", is("People counted in SEARCHCOUNTS"))
                .body("items[0].source", is(at.office))
                .body("items[0].from", is("2025-12-01"))
                .body("items[0].observations", is(2));
    }

    @Test
    void whatMayNotBeSeenIsInNoFilterCountOrderOrFormat() {
        Installation at = Installation.named("SEARCHHIDDEN");
        record(HEADER
                + "%s,PS0260,%s,,shown,,1,2025-12-10,2025-12-10,,seen,,,,,,,LOW\n".formatted(at.indicator, at.office));
        List<String> before = everything(at, given());
        List<String> partners = everything(at, partner());
        record(HEADER
                + "%s,PS0265,%s,%s,hidden,OTHER_WAY,2,2025-12-11,2025-12-11,,unseen seen,,,,,,,HIGH\n"
                        .formatted(at.indicator, at.office, at.outlet));
        assertEquals(before, everything(at, given()));
        assertEquals(partners, everything(at, partner()));
        assertEquals(
                List.of("hidden", "shown"),
                staff().queryParam("indicator", at.indicator).get(OBSERVATIONS).path("items.reference"));

        // What was open and is raised is hidden at earlier instants too.
        String then =
                given().queryParam("indicator", at.indicator).get(OBSERVATIONS).path("knownAt");
        record(HEADER
                + "%s,PS0260,%s,,shown,,1,2025-12-10,2025-12-10,,seen,,,,,,,MODERATE\n"
                        .formatted(at.indicator, at.office));
        for (String format : new String[] {"csv", "ndjson"}) {
            String file = given().queryParam("indicator", at.indicator)
                    .queryParam("knownAt", then)
                    .queryParam("format", format)
                    .get(OBSERVATIONS)
                    .asString();
            assertEquals(format.equals("csv") ? 1 : 0, file.lines().count(), file);
        }
        given().queryParam("indicator", at.indicator)
                .queryParam("knownAt", then)
                .queryParam("withTotal", true)
                .get(OBSERVATIONS)
                .then()
                .body("items", empty())
                .body("total", is(0))
                .body("nextCursor", nullValue());
        assertEquals(
                List.of("shown"),
                partner()
                        .queryParam("indicator", at.indicator)
                        .queryParam("knownAt", then)
                        .get(OBSERVATIONS)
                        .path("items.reference"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sort=area",
                "sort=-publishedOn",
                "report=NO_REPORT",
                "report=nil",
                "qualifier=ABOUT",
                "sex=female",
                "age=all",
                "cause=x",
                "shelterType=x",
                "sensitivity=OPEN",
                "text=%20!",
                "minValue=-1",
                "maxValue=1e400",
                "minValue=1e-400",
                "periodFrom=10.12.2025",
                "publishedTo=x",
                "recordedFrom=2025-12-10",
                "definitionVersion=1",
                "definitionVersion=0",
                "format=pdf",
                "cursor=MC8yMDI1LTEyLTEwLzE"
            })
    void whatCannotBeReadIsAProblemThatNamesIt(String query) {
        given().urlEncodingEnabled(false)
                .get(OBSERVATIONS + "?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body(containsString(query.substring(0, query.indexOf('='))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"by=hazard", "by=day,week", "by=area,,day"})
    void whatCannotBeCountedByIsAProblem(String query) {
        given().get(OBSERVATIONS + "/counts?" + query).then().statusCode(400).body("detail", containsString("'by'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'; drop table observation; --", "\\'; select 1; --", "$$", "?", "a?b:c"})
    void aFilterIsAValueWhateverItHolds(String value) {
        for (String parameter :
                new String[] {"indicator", "definition", "source", "originator", "publisher", "hazard"}) {
            given().queryParam(parameter, value)
                    .get(OBSERVATIONS)
                    .then()
                    .statusCode(200)
                    .body("items", empty());
        }
        given().queryParam("text", "x?y'" + value).get(OBSERVATIONS).then().statusCode(200);
    }

    /** Every answer that could tell of a hidden observation, without the instants that every answer has. */
    private static List<String> everything(Installation at, RequestSpecification reader) {
        List<String> answers = new ArrayList<>();
        for (String query : new String[] {
            "indicator=" + at.indicator + "&withTotal=true&limit=1",
            "indicator=" + at.indicator + "&withTotal=true&sort=validTo&limit=1",
            "indicator=" + at.indicator + "&indicator=X&withTotal=true&sort=-recordedAt",
            "source=" + at.office + "&withTotal=true&area=PS02",
            "source=" + at.outlet + "&withTotal=true",
            "publisher=" + at.outlet + "&withTotal=true",
            "originator=" + at.office + "&definition=OTHER_WAY",
            "originator=" + at.office + "&sensitivity=HIGH",
            "originator=" + at.office + "&minValue=2",
            "originator=" + at.office + "&text=unseen",
            "originator=" + at.office + "&text=seen&withTotal=true",
            "originator=" + at.office + "&format=csv",
            "originator=" + at.office + "&format=hxl",
            "originator=" + at.office + "&format=ndjson",
            "originator=" + at.office + "&format=geojson"
        }) {
            answers.add(given().spec(reader).get(OBSERVATIONS + "?" + query).asString());
        }
        answers.add(given().spec(reader)
                .get(OBSERVATIONS + "/counts?by=indicator,area,source,day&source=" + at.office)
                .asString());
        return answers.stream()
                .map(answer -> answer.replaceAll("\"knownAt\":\\s?\"[^\"]*\"", "T"))
                .toList();
    }

    private static Installation withFive(String name) {
        Installation at = Installation.named(name);
        record(HEADER
                + "%s,PS02,%s,,a,,10,2025-12-01,2025-12-10,2025-12-11,,,,,,,,\n".formatted(at.indicator, at.office)
                + "%s,PS0260,%s,%s,b,,at least 20,2025-12-05,2025-12-11,2025-12-12,,,,,,,,\n"
                        .formatted(at.indicator, at.office, at.outlet)
                + "%s,PS02,%s,,c,,,2025-12-12,2025-12-12,,,,,,,,NIL,\n".formatted(at.indicator, at.office)
                + "%s,PS02,%s,,d,OTHER_WAY,3,2025-12-13,2025-12-13,,,,FEMALE,CHILD,EXPOSURE,TENT,,\n"
                        .formatted(at.indicator, at.office)
                + "%s,PS01,%s,%s,e,,10-30,2025-12-14,2025-12-18,,,,,,,,,\n"
                        .formatted(at.indicator, at.office, at.outlet));
        return at;
    }

    private static String row(Installation at, String reference, String text, String note) {
        return "%s,PS02,%s,,%s,,1,2025-12-10,2025-12-10,,%s,%s,,,,,,\n"
                .formatted(at.indicator, at.office, reference, text, note);
    }

    private static void record(String csv) {
        importing(csv).post(OBSERVATIONS + "/imports").then().statusCode(200).body("job.refused", is(0));
    }

    /** The references found, sorted and joined. */
    private static String found(Installation at, String... parameters) {
        RequestSpecification request = given().queryParam("indicator", at.indicator);
        for (int i = 0; i < parameters.length; i += 2) {
            request.queryParam(parameters[i], parameters[i + 1]);
        }
        return request.get(OBSERVATIONS).then().statusCode(200).extract().<List<String>>path("items.reference").stream()
                .sorted()
                .collect(Collectors.joining());
    }

    private static String paged(Installation at, String sort, String parameter, String value) {
        StringBuilder references = new StringBuilder();
        String cursor = null;
        do {
            RequestSpecification request = given().queryParam(parameter, value)
                    .queryParam("sort", sort)
                    .queryParam("limit", 2);
            if (cursor != null) {
                request.queryParam("cursor", cursor);
            }
            var page = request.get(OBSERVATIONS).then().statusCode(200).extract();
            references.append(String.join("", page.<List<String>>path("items.reference")));
            cursor = page.path("nextCursor");
        } while (cursor != null);
        return references.toString();
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.split("\\s+"))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
