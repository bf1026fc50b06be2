package org.humdash.humanitarian;

import static io.restassured.RestAssured.given;

import io.quarkus.test.common.QuarkusTestResource;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import org.humdash.kit.test.GatewayKeys;

/** An indicator and two sources that one test has for itself, so that no test sees another one's records. */
@QuarkusTestResource(GatewayKeys.class)
public final class Installation {

    /** Counts people; its own definition, and another one called OTHER_WAY; a new figure is expected every 7 days. */
    public final String indicator;

    public final String office;
    public final String outlet;

    private Installation(String name) {
        this.indicator = "TEST_" + name;
        this.office = "OFFICE_" + name;
        this.outlet = "OUTLET_" + name;
    }

    /**
     * Adds the indicator. The sources are met when they are first quoted.
     *
     * @param name upper case letters, different for every test
     */
    public static Installation named(String name) {
        Installation installation = new Installation(name);
        contributor()
                .contentType(ContentType.JSON)
                .body("""
                        {"code": "%s", "name": {"en": "People counted in %s", "ar": "عدد"}, "unit": "people",
                         "kind": "STOCK", "aggregation": "LAST", "expectedIntervalDays": 7, "maximum": 1000000,
                         "definition": {"en": "People counted"},
                         "definitions": [{"code": "OTHER_WAY", "text": {"en": "Counted in another way"}}]}""".formatted(installation.indicator, name))
                .post("/api/v1/indicators")
                .then()
                .statusCode(201);
        return installation;
    }

    /** A request of somebody who may do everything. */
    public static RequestSpecification contributor() {
        return given().auth()
                .oauth2(GatewayKeys.token("contributor", "contributor", "reviewer", "administrator", "staff"));
    }

    /** A request of a partner organisation. */
    public static RequestSpecification partner() {
        return given().auth().oauth2(GatewayKeys.token("partner", "partner"));
    }

    /** A request of staff that does not write. */
    public static RequestSpecification staff() {
        return given().auth().oauth2(GatewayKeys.token("staff", "staff"));
    }

    /** A request that imports a table of observations and waits for the end of the job. */
    public static RequestSpecification importing(String csv) {
        return contributor()
                .contentType("text/csv; charset=UTF-8")
                .queryParam("wait", 60)
                .body(csv);
    }
}
