package org.humdash.gateway.route;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.humdash.gateway.peer.Peer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTest {

    @ParameterizedTest
    @CsvSource({
        "/api/v1/sources, SOURCES, INCIDENT",
        "/api/v1/sources/GMO, SOURCES, INCIDENT",
        "/api/v1/ceasefires/GAZA-2025-10/timeline, CEASEFIRES, INCIDENT",
        "/api/v1/claims/latest, CLAIMS, INCIDENT",
        "/api/v1/claims/, CLAIMS, INCIDENT",
        "/api/v1/violation-types, VIOLATION_TYPES, INCIDENT",
        "/api/v1/indicators, INDICATORS, HUMANITARIAN",
        "/api/v1/indicators/DEATHS/definitions/DEATHS/versions, INDICATORS, HUMANITARIAN",
        "/api/v1/observations/imports, OBSERVATIONS, HUMANITARIAN",
        "/api/v1/unreported-days, UNREPORTED_DAYS, HUMANITARIAN",
        "/api/v1/pulls/TFP_DAILY, PULLS, HUMANITARIAN",
        "/api/v1/hazards/BYRON, HAZARDS, HUMANITARIAN",
        "/api/v1/hazards/BYRON/impacts, HAZARDS, HUMANITARIAN",
        "/api/v1/alerts/7/revisions, ALERTS, HUMANITARIAN",
        "/api/v1/headlines, HEADLINES, HUMANITARIAN",
        "/api/v1/headlines/sum, HEADLINES, HUMANITARIAN",
        "/api/v1/headline-policies, HEADLINE_POLICIES, HUMANITARIAN",
        "/api/v1/commitments/GAZA-2025-10/AID_TRUCKS, COMMITMENTS, HUMANITARIAN"
    })
    void leadsACollectionAndWhatIsBelowItToItsService(String path, Route route, Peer peer) {
        assertEquals(Optional.of(route), Route.of(path));
        assertEquals(peer, route.peer());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api",
                "/api/v1",
                "/api/v1/",
                "/api/v1/situation",
                "/api/v1/claimsX",
                "/api/v1/Claims",
                "/api/v1/%63laims",
                "/api/v2/claims",
                "/q/metrics",
                "/q/health",
                "/claims",
                "/x/api/v1/claims"
            })
    void leadsNothingElseAnywhere(String path) {
        assertEquals(Optional.empty(), Route.of(path));
    }

    @Test
    void offersOnlyReadingWhereTheServicesOfferNothingElse() {
        assertEquals("[GET, HEAD]", Route.HEADLINES.methods().toString());
        assertEquals("[GET, HEAD]", Route.UNREPORTED_DAYS.methods().toString());
        assertEquals("[GET, HEAD]", Route.VIOLATION_TYPES.methods().toString());
        assertEquals("[GET, HEAD, POST]", Route.COVERAGE.methods().toString());
        assertEquals("[GET, HEAD, POST, PUT]", Route.CLAIMS.methods().toString());
        assertEquals("[GET, HEAD, POST, PUT]", Route.INDICATORS.methods().toString());
        assertEquals("[GET, HEAD, POST, PUT]", Route.OBSERVATIONS.methods().toString());
        assertEquals("[GET, HEAD, POST, PUT]", Route.PULLS.methods().toString());
        assertEquals("[GET, HEAD, POST, PUT]", Route.HAZARDS.methods().toString());
        assertEquals("[GET, HEAD, POST, PUT]", Route.ALERTS.methods().toString());
        assertEquals("[GET, HEAD, POST, PUT]", Route.HEADLINE_POLICIES.methods().toString());
        assertEquals("[GET, HEAD, POST, PUT]", Route.COMMITMENTS.methods().toString());
    }
}
