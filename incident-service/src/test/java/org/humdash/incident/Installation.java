package org.humdash.incident;

import static io.restassured.RestAssured.given;

import io.quarkus.test.common.QuarkusTestResource;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import org.humdash.kit.test.GatewayKeys;

/** An installation with a ceasefire and two sources of its own, so that no test sees another one's records. */
@QuarkusTestResource(GatewayKeys.class)
public final class Installation {

    public final String ceasefire;
    public final String office;
    public final String outlet;

    private Installation(String name) {
        this.ceasefire = "TEST-" + name;
        this.office = "OFFICE_" + name;
        this.outlet = "OUTLET_" + name;
    }

    /**
     * Records the ceasefire (effective 10 October 2025, noon in Gaza) and the sources.
     *
     * @param name upper case letters, different for every test
     */
    public static Installation named(String name) {
        Installation installation = new Installation(name);
        installation.source(installation.office, "GOVERNMENT");
        installation.source(installation.outlet, "MEDIA");
        contributor()
                .contentType(ContentType.JSON)
                .body("""
                        {"code": "%s", "name": {"en": "Ceasefire %s", "ar": "هدنة"},
                         "effectiveAt": "2025-10-10T12:00:00+03:00", "timeZone": "Asia/Gaza", "area": "PS02",
                         "parties": ["Party A", "Party B"], "mediators": ["Mediator"]}""".formatted(installation.ceasefire, name))
                .post("/api/v1/ceasefires")
                .then()
                .statusCode(201);
        return installation;
    }

    private void source(String code, String kind) {
        contributor()
                .contentType(ContentType.JSON)
                .body("""
                        {"code": "%s", "name": {"en": "Name of %s"}, "kind": "%s"}""".formatted(code, code, kind))
                .post("/api/v1/sources")
                .then()
                .statusCode(201);
    }

    /** A request of somebody who may do everything; {@code GatewayTokensResourceTest} shows who may not. */
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

    /** A request that imports a table of claims. */
    public static RequestSpecification importing(String csv) {
        return contributor().contentType("text/csv; charset=UTF-8").body(csv);
    }
}
