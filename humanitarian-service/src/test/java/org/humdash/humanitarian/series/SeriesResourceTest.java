package org.humdash.humanitarian.series;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.humdash.humanitarian.Installation.contributor;
import static org.humdash.humanitarian.Installation.importing;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.humdash.humanitarian.SourceRegisterResource;
import org.humdash.kit.test.PostgresResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(SourceRegisterResource.class)
class SeriesResourceTest {

    private static final String HEADER =
            "indicator,area,originator,publisher,reference,relay_of,definition,value,valid_from,"
                    + "valid_to,published_on,sex,sensitivity,revision_reason\n";

    @Test
    void aSeriesHoldsWhatOneSourceStatedByOneDefinition() {
        String indicator = indicator("SHOWN", "CUMULATIVE", "LAST");
        take(
                3,
                indicator + ",PS02,OFFICE_SHOWN,,a,,,at least 5,2025-12-01,2025-12-01,2025-12-02,,LOW,",
                indicator + ",PS02,OFFICE_SHOWN,OUTLET_SHOWN,b,a,,6,2025-12-01,2025-12-01,2025-12-09,,LOW,",
                indicator + ",PS02,OFFICE_SHOWN,,c,,,4,2025-12-01,2025-12-03,,,LOW,");
        String answer = given().queryParam("area", "PS02")
                .queryParam("asOf", "2025-12-31")
                .get("/api/v1/indicators/" + indicator + "/series")
                .then()
                .statusCode(200)
                .header("Content-Type", is("application/json"))
                .extract()
                .asString()
                .replaceAll("\"observation\":\"[^\"]*\"", "\"observation\":\"ID\"")
                .replaceAll("\"knownAt\":\"[^\"]*\"", "\"knownAt\":\"NOW\"")
                .replaceAll("\"flags\":\\[\\{.*?}}],", "");
        assertEquals("""
                {"indicator":{"code":"TEST_SHOWN","name":{"en":"Counted in SHOWN","ar":null},"unit":"people",\
                "kind":"CUMULATIVE","aggregation":"LAST"},"area":"PS02","asOf":"2025-12-31",\
                "knownAt":"NOW","bucket":"DAY","weekStart":"MONDAY","from":null,"to":null,\
                "series":[{"source":{"code":"OFFICE_SHOWN","name":{"en":"Name of OFFICE_SHOWN","ar":"اسم"},\
                "kind":"GOVERNMENT"},"definition":{"code":"TEST_SHOWN","text":{"en":"Counted","ar":null},\
                "versions":[{"number":1,"text":{"en":"Counted","ar":null}}]},"hazard":null,"disaggregation":null,\
                "latest":{"value":{"qualifier":"EXACT","lower":4,"lowerInclusive":true,"best":4,"upper":4,\
                "upperInclusive":true,"text":{"en":"4","ar":"4"}},"validFrom":"2025-12-01","validTo":"2025-12-03",\
                "publishedOn":null,"originator":"OFFICE_SHOWN","publisher":null,"definition":"TEST_SHOWN",\
                "definitionVersion":1,"others":0,"observation":"ID"},\
                "changes":[{"against":"WEEK","day":"2025-11-26","then":null,"difference":null},\
                {"against":"MONTH","day":"2025-11-03","then":null,"difference":null}],\
                "points":[{"from":"2025-12-01","to":"2025-12-01","partial":false,"days":1,"daysCovered":1,\
                "value":{"qualifier":"AT_LEAST","lower":5},"figures":1,"others":1,"validFrom":"2025-12-01",\
                "validTo":"2025-12-01","definitionVersion":1,"observation":"ID","publishedOn":"2025-12-02"},\
                {"from":"2025-12-02","to":"2025-12-02","partial":false,"days":1,"daysCovered":0,"value":null,"figures":0},\
                {"from":"2025-12-03","to":"2025-12-03","partial":false,"days":1,"daysCovered":1,\
                "value":{"qualifier":"EXACT","lower":4,"best":4,"upper":4},"figures":1,"validFrom":"2025-12-01",\
                "validTo":"2025-12-03","definitionVersion":1,"observation":"ID","flags":["REVISED_DOWN"]}]}]}""", answer);
    }

    @Test
    void aDayOnWhichTheSourceDidNotReportIsNamedInItsGapAndNotWhereThereIsAFigure() {
        String indicator = indicator("SILENT", "FLOW", "SUM");
        String day = indicator + ",PS02,%s,%s,%s,%s,2025-12-0%5$d,2025-12-0%5$d,%6$s\n";
        importing("indicator,area,originator,reference,report,value,valid_from,valid_to,sensitivity\n"
                        + day.formatted("OFFICE_SILENT", "a", "", "3", 1, "LOW")
                        + day.formatted("OFFICE_SILENT", "b", "NO_REPORT", "", 2, "LOW")
                        + day.formatted("OFFICE_SILENT", "c", "NO_REPORT", "", 3, "HIGH")
                        + day.formatted("OFFICE_SILENT", "d", "", "4", 5, "LOW")
                        + day.formatted("OUTLET_SILENT", "e", "NO_REPORT", "", 4, "LOW"))
                .post("/api/v1/observations/imports")
                .then()
                .body("job.created", is(5));
        series(indicator)
                .body(
                        "series[0].points.to",
                        contains("2025-12-01", "2025-12-02", "2025-12-03", "2025-12-04", "2025-12-05"))
                .body("series[0].points[1].unreported", contains("2025-12-02"))
                .body("series[0].points[1].value", nullValue())
                .body("series[0].points[1].flags", contains("UNREPORTED"))
                .body("series[0].points.findAll { it.unreported != null }", hasSize(1));
        series(indicator, "bucket", "month", "from", "2025-12-01", "to", "2025-12-31")
                .body("series[0].points[0].unreported", contains("2025-12-02"));
        contributor()
                .queryParam("area", "PS02")
                .get("/api/v1/indicators/" + indicator + "/series")
                .then()
                .body("series[0].points.unreported.flatten()", hasItems("2025-12-02", "2025-12-03"));
        String before =
                given().get("/api/v1/unreported-days?originator=OFFICE_SILENT").path("knownAt");
        take(1, indicator + ",PS02,OFFICE_SILENT,,late,,,1,2025-12-02,2025-12-02,,,LOW,");
        series(indicator).body("series[0].points.findAll { it.unreported != null }", is(List.of()));
        series(indicator, "knownAt", before).body("series[0].points[1].unreported", contains("2025-12-02"));
    }

    @Test
    void theFlagsAreExplainedInBothLanguages() {
        String indicator = indicator("FLAGS", "STOCK", "LAST");
        series(indicator)
                .body(
                        "flags.code",
                        contains(Arrays.stream(PointFlag.values())
                                .map(Enum::name)
                                .toArray()))
                .body("flags.findAll { it.text.ar == null }", is(List.of()))
                .body("series", is(List.of()));
    }

    @Test
    void theSameAsATable() {
        String indicator = indicator("TABLE", "FLOW", "SUM");
        take(
                3,
                indicator + ",PS02,OFFICE_TABLE,,a,,,3,2025-12-01,2025-12-01,2025-12-02,,LOW,",
                indicator + ",PS02,OFFICE_TABLE,,b,,,0,2025-12-02,2025-12-02,,,LOW,",
                indicator + ",PS02,OFFICE_TABLE,OUTLET_TABLE,c,,,over 7,2025-12-04,2025-12-05,2025-12-06,,LOW,");
        String answer = given().queryParam("area", "PS02")
                .queryParam("format", "csv")
                .get("/api/v1/indicators/" + indicator + "/series")
                .then()
                .statusCode(200)
                .header("Content-Type", is("text/csv;charset=UTF-8"))
                .header("Content-Disposition", is("attachment; filename=\"series.csv\""))
                .extract()
                .asString();
        String row = "TEST_TABLE,people,PS02,OFFICE_TABLE,Name of OFFICE_TABLE,TEST_TABLE,";
        assertEquals(
                List.of(
                        "indicator,unit,area,originator,originator_name,definition,definition_version,hazard,disaggregation,"
                                + "from,to,partial,days,days_covered,qualifier,lower,best,upper,figures,valid_from,valid_to,"
                                + "publisher,published_on,flags",
                        row + "1,,,2025-12-01,2025-12-01,false,1,1,EXACT,3,3,3,1,2025-12-01,2025-12-01,,2025-12-02,",
                        row + "1,,,2025-12-02,2025-12-02,false,1,1,EXACT,0,0,0,1,2025-12-02,2025-12-02,,,",
                        row + ",,,2025-12-03,2025-12-03,false,1,0,,,,,0,,,,,",
                        row + ",,,2025-12-04,2025-12-04,false,1,0,,,,,0,,,,,PART_OF_LATER",
                        row + "1,,,2025-12-05,2025-12-05,false,1,1,MORE_THAN,7,,,1,2025-12-04,2025-12-05,OUTLET_TABLE,"
                                + "2025-12-06,SPANS_FROM_BEFORE"),
                answer.lines().toList());
    }

    @Test
    void sourcesAndDefinitionsAreNeverInOneSeries() {
        String indicator = indicator("APART", "STOCK", "LAST");
        take(
                4,
                indicator + ",PS02,OUTLET_APART,,a,,,9,2025-12-01,2025-12-01,,,LOW,",
                indicator + ",PS02,OFFICE_APART,,b,,OTHER_WAY,8,2025-12-01,2025-12-01,,,LOW,",
                indicator + ",PS02,OFFICE_APART,,c,,,7,2025-12-01,2025-12-01,,,LOW,",
                indicator + ",PS02,OFFICE_APART,,d,,,3,2025-12-01,2025-12-01,,FEMALE,LOW,");
        series(indicator)
                .body("series.source.code", is(List.of("OFFICE_APART", "OFFICE_APART", "OUTLET_APART")))
                .body("series.definition.code", is(List.of("OTHER_WAY", indicator, indicator)))
                .body("series.latest.value.best", is(List.of(8, 7, 9)));
        series(indicator, "source", "OFFICE_APART", "definition", indicator)
                .body("series.latest.value.best", is(List.of(7)));
        series(indicator, "source", "OFFICE_APART", "definition", indicator, "parts", "true")
                .body("series.disaggregation", is(Arrays.asList(null, part("FEMALE"))))
                .body("series.latest.value.best", is(List.of(7, 3)));
    }

    @Test
    void aSeriesOfTwoDefinitionsIsRefusedAndBothAreNamed() {
        String indicator = indicator("REFUSED_MIX", "STOCK", "LAST");
        take(
                2,
                indicator + ",PS02,OFFICE_REFUSED_MIX,,a,,OTHER_WAY,8,2025-12-01,2025-12-01,,,LOW,",
                indicator + ",PS02,OFFICE_REFUSED_MIX,,b,,,7,2025-12-02,2025-12-02,,,LOW,");
        String refusal = asking(indicator, "definition", indicator, "definition", "OTHER_WAY")
                .statusCode(409)
                .contentType("application/problem+json")
                .extract()
                .asString();
        assertEquals("""
                {"type":"urn:humdash:problem:mixed-definitions","status":409,\
                "title":"Figures of different definitions are never put in one series",\
                "detail":"Figures by TEST_REFUSED_MIX and by OTHER_WAY count different things and are not put in one series. Ask for \
                one of them, or leave 'definition' and 'single' out to have each by itself.",\
                "instance":"/api/v1/indicators/TEST_REFUSED_MIX/series","definitions":["TEST_REFUSED_MIX","OTHER_WAY"]}""", refusal);
        asking(indicator, "single", "true")
                .statusCode(409)
                .body("type", is("urn:humdash:problem:mixed-definitions"))
                .body("definitions", is(List.of("OTHER_WAY", indicator)));
        asking(indicator, "single", "true", "definition", "OTHER_WAY")
                .statusCode(200)
                .body("series.latest.value.best", is(List.of(8)));
    }

    @Test
    void aSingleSeriesOfTwoSourcesIsRefused() {
        String indicator = indicator("TWO", "STOCK", "LAST");
        take(
                2,
                indicator + ",PS02,OFFICE_TWO,,a,,,8,2025-12-01,2025-12-01,,,LOW,",
                indicator + ",PS02,OUTLET_TWO,,b,,,7,2025-12-02,2025-12-02,,,LOW,");
        asking(indicator, "single", "true")
                .statusCode(409)
                .body("type", is("urn:humdash:problem:mixed-series"))
                .body(
                        "detail",
                        is("Figures of OFFICE_TWO and of OUTLET_TWO are not put in one series. Name one of them as"
                                + " 'source'."));
        asking(indicator, "single", "true", "source", "OUTLET_TWO")
                .statusCode(200)
                .body("series.latest.value.best", is(List.of(7)));
        asking(indicator, "single", "true", "source", "OUTLET_OTHER")
                .statusCode(200)
                .body("series", is(List.of()));
    }

    @Test
    void weeksAndMonthsAreAddedUpAndPartialOnesAreMarked() {
        String indicator = indicator("WEEKS", "FLOW", "SUM");
        take(
                4,
                indicator + ",PS02,OFFICE_WEEKS,,a,,,1,2025-11-28,2025-11-28,,,LOW,",
                indicator + ",PS02,OFFICE_WEEKS,,b,,,at least 2,2025-11-29,2025-11-29,,,LOW,",
                indicator + ",PS02,OFFICE_WEEKS,,c,,,4,2025-12-05,2025-12-05,,,LOW,",
                indicator + ",PS02,OFFICE_WEEKS,,d,,,8,2025-12-06,2025-12-06,,,LOW,");
        String point =
                "series[0].points.collect { it.from + ' ' + it.to + ' ' + it.partial + ' ' + it.daysCovered + '/' + it.days"
                        + " + ' ' + it.value?.qualifier + ' ' + it.value?.lower }";
        series(indicator, "bucket", "week")
                .body(
                        point,
                        is(List.of(
                                "2025-11-28 2025-11-30 true 2/3 AT_LEAST 3",
                                "2025-12-01 2025-12-06 true 2/6 EXACT 12")));
        series(indicator, "bucket", "week", "weekStart", "SAT", "from", "2025-11-22", "to", "2025-12-12")
                .body(
                        point,
                        is(List.of(
                                "2025-11-22 2025-11-28 false 1/7 EXACT 1",
                                "2025-11-29 2025-12-05 false 2/7 AT_LEAST 6",
                                "2025-12-06 2025-12-12 false 1/7 EXACT 8")));
        series(indicator, "bucket", "month", "from", "2025-10-01", "to", "2025-12-31", "asOf", "2025-12-05")
                .body("to", is("2025-12-05"))
                .body(
                        point,
                        is(List.of(
                                "2025-10-01 2025-10-31 false 0/31 null null",
                                "2025-11-01 2025-11-30 false 2/30 AT_LEAST 3",
                                "2025-12-01 2025-12-05 true 1/5 EXACT 4")));
    }

    @Test
    void theChangeAgainstAWeekAgoShowsBothFigures() {
        String indicator = indicator("CHANGE", "STOCK", "LAST");
        take(
                3,
                indicator + ",PS02,OFFICE_CHANGE,,a,,,100,2025-12-05,2025-12-05,2025-12-06,,LOW,",
                indicator + ",PS02,OFFICE_CHANGE,,b,,,at least 120,2025-12-12,2025-12-12,2025-12-13,,LOW,",
                indicator + ",PS02,OFFICE_CHANGE,OUTLET_CHANGE,c,b,,121,2025-12-12,2025-12-12,2025-12-14,,LOW,");
        series(indicator, "from", "2025-12-12")
                .body("series[0].points.size()", is(1))
                .body("series[0].latest.value.text.en", is("≥ 120"))
                .body("series[0].latest.others", is(1))
                .body("series[0].changes[0].against", is("WEEK"))
                .body("series[0].changes[0].then.value.best", is(100))
                .body("series[0].changes[0].then.originator", is("OFFICE_CHANGE"))
                .body("series[0].changes[0].then.definition", is(indicator))
                .body("series[0].changes[0].difference.lower", is(20))
                .body("series[0].changes[0].difference.best", nullValue())
                .body("series[0].changes[0].difference.upper", nullValue())
                .body("series[0].changes[0].difference.direction", is("RISEN"))
                .body("series[0].changes[1].day", is("2025-11-12"))
                .body("series[0].changes[1].then", nullValue())
                .body("series[0].changes[1].difference", nullValue());
    }

    @Test
    void aSeriesIsAnsweredAsItWasKnownAndAsOfADay() {
        String indicator = indicator("KNOWN_SERIES", "STOCK", "LAST");
        String row = indicator + ",PS02,OFFICE_KNOWN,,%s,,,%s,2025-12-%s,2025-12-%3$s,,,LOW,%s";
        take(2, row.formatted("a", 1, "01", ""), row.formatted("b", 2, "02", ""));
        String before = contributor()
                .queryParam("indicator", indicator)
                .get("/api/v1/observations")
                .path("items[0].revision.recordedAt");
        take(0, row.formatted("b", 3, "02", "CORRECTION"));
        series(indicator).body("series[0].points.value.best", is(List.of(1, 3)));
        series(indicator, "knownAt", before).body("series[0].points.value.best", is(List.of(1, 2)));
        series(indicator, "asOf", "2025-12-01").body("series[0].points.value.best", is(List.of(1)));
        take(0, row.formatted("b", 3, "02", "RETRACTION"));
        series(indicator).body("series[0].points.value.best", is(List.of(1)));
    }

    @Test
    void whatIsHiddenNowIsHiddenInItsOlderRevisionsToo() {
        String indicator = indicator("HIDDEN_SERIES", "STOCK", "LAST");
        String row = indicator + ",PS02,OFFICE_HIDDEN,,%s,,,%s,2025-12-01,2025-12-01,,,%s,";
        take(1, row.formatted("a", 1, "LOW"));
        String before = contributor()
                .queryParam("indicator", indicator)
                .get("/api/v1/observations")
                .path("items[0].revision.recordedAt");
        series(indicator).body("series[0].points.value.best", is(List.of(1)));
        take(0, row.formatted("a", 1, "HIGH"));
        series(indicator).body("series", is(List.of()));
        series(indicator, "knownAt", before).body("series", is(List.of()));
        contributor()
                .queryParam("area", "PS02")
                .get("/api/v1/indicators/" + indicator + "/series")
                .then()
                .body("series[0].points.value.best", is(List.of(1)));
        given().queryParam("area", "PS02")
                .queryParam("format", "csv")
                .get("/api/v1/indicators/" + indicator + "/series")
                .then()
                .statusCode(200)
                .body(containsString("indicator,unit,area"))
                .body(not(containsString("OFFICE_HIDDEN")));
    }

    @Test
    void aChangeOfMethodIsVisibleInTheSeries() {
        String indicator = indicator("VERSIONS", "FLOW", "SUM");
        contributor()
                .contentType(ContentType.JSON)
                .header("If-Match", "\"1\"")
                .body("""
                        {"validFrom": "2025-12-02", "text": {"en": "Counted anew"}, "change": {"en": "Anew"}}""")
                .post("/api/v1/indicators/" + indicator + "/definitions/" + indicator + "/versions")
                .then()
                .statusCode(200);
        take(
                2,
                indicator + ",PS02,OFFICE_VERSIONS,,a,,,1,2025-12-01,2025-12-01,,,LOW,",
                indicator + ",PS02,OFFICE_VERSIONS,,b,,,2,2025-12-02,2025-12-02,,,LOW,");
        series(indicator)
                .body("series[0].definition.versions.validFrom", is(Arrays.asList(null, "2025-12-02")))
                .body("series[0].definition.versions[1].change.en", is("Anew"))
                .body("series[0].points.definitionVersion", is(List.of(1, 2)))
                .body("series[0].points[1].flags", is(List.of("METHOD_CHANGED")));
        given().queryParam("indicator", indicator)
                .get("/api/v1/observations")
                .then()
                .body("items.definition.text.en", is(List.of("Counted anew", "Counted")));
        series(indicator, "bucket", "week")
                .body("series[0].points[0].value", nullValue())
                .body("series[0].points[0].figures", is(2))
                .body("series[0].points[0].flags", is(List.of("METHOD_CHANGED", "NOT_AGGREGATED")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            area       | PS99       | Parameter 'area' must be a P-code such as PS02.
            area       | -          | Parameter 'area' must be a P-code such as PS02.
            bucket     | year       | Parameter 'bucket' must be day, week or month.
            weekStart  | TUE        | Parameter 'weekStart' must be MON, SUN or SAT.
            from       | yesterday  | Parameter 'from' must be a calendar date such as 2025-12-19.
            from       | 2025-12-20 | Parameter 'from' is 2025-12-20, and must not be after 'to' or the as-of day, 2025-12-19.
            from       | 1901-01-01 | From 1901-01-01 to 2025-12-19 there are more than 20000 points. Ask for weeks or months, \
            or for fewer days.
            definition | NO_WAY     | Parameter 'definition': STORM_DEATHS_EXPOSURE has no such definition, only \
            STORM_DEATHS_EXPOSURE.
            format     | geojson    | "geojson" is not one of the formats json, csv, hxl, xlsx, ndjson.
            """)
    void aParameterThatCannotBeMeantIsAProblem(String name, String value, String detail) {
        RequestSpecification request = given().queryParam("to", "2025-12-19");
        if (!name.equals("area")) {
            request.queryParam("area", "PS02");
        }
        if (value != null) {
            request.queryParam(name, value);
        }
        request.get("/api/v1/indicators/STORM_DEATHS_EXPOSURE/series")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", is("urn:humdash:problem:invalid-parameter"))
                .body("detail", is(detail));
    }

    @Test
    void anUnknownIndicatorHasNoSeries() {
        asking("NOTHING").statusCode(404).body("detail", is("No indicator has the code NOTHING."));
    }

    private static String indicator(String name, String kind, String aggregation) {
        String code = "TEST_" + name;
        contributor()
                .contentType(ContentType.JSON)
                .body("""
                        {"code": "%s", "name": {"en": "Counted in %s"}, "unit": "people", "kind": "%s", "aggregation": "%s",
                         "definition": {"en": "Counted"},
                         "definitions": [{"code": "OTHER_WAY", "text": {"en": "Counted in another way"}}]}""".formatted(code, name, kind, aggregation))
                .post("/api/v1/indicators")
                .then()
                .statusCode(201);
        return code;
    }

    private static void take(int created, String... rows) {
        importing(HEADER + String.join("\n", rows) + "\n")
                .post("/api/v1/observations/imports")
                .then()
                .body("firstRefused", is(List.of()))
                .body("job.created", is(created));
    }

    private static ValidatableResponse series(String indicator, String... parameters) {
        return asking(indicator, parameters).statusCode(200);
    }

    private static ValidatableResponse asking(String indicator, String... parameters) {
        RequestSpecification request = given().queryParam("area", "PS02");
        for (int i = 0; i < parameters.length; i += 2) {
            request.queryParam(parameters[i], parameters[i + 1]);
        }
        return request.get("/api/v1/indicators/" + indicator + "/series").then();
    }

    private static Map<String, String> part(String sex) {
        Map<String, String> part = new HashMap<>();
        part.put("sex", sex);
        part.put("age", null);
        part.put("cause", null);
        part.put("shelterType", null);
        return part;
    }
}
