package org.humdash.humanitarian.sensitivity;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;
import org.humdash.humanitarian.Installation;

/** Those who ask, each with what they can call. */
enum Reader {
    PUBLIC,
    PARTNER,
    STAFF;

    RequestSpecification request() {
        return switch (this) {
            case PUBLIC -> given();
            case PARTNER -> Installation.partner();
            case STAFF -> Installation.staff();
        };
    }
}
