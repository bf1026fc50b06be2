package org.humdash.gateway.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.http.HttpMethod;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestKindTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "GET | /api/v1/incidents | - | - | READ",
                "GET | /api/v1/incidents | area=PS02&limit=50 | */* | READ",
                "GET | /api/v1/incidents | format=json | text/csv | READ",
                "GET | /api/v1/incidents | - | application/json, text/csv;q=0.5 | READ",
                "HEAD | /api/v1/incidents | - | - | READ",
                "GET | /api/v1/incidents | q=school | - | SEARCH",
                "GET | /api/v1/incidents | withTotal=true | - | SEARCH",
                "GET | /api/v1/incidents | q=school&format=csv | - | EXPORT",
                "GET | /api/v1/incidents | forma%74=ndjson | - | EXPORT",
                "GET | /api/v1/incidents | x=%zz&format=xlsx | - | EXPORT",
                "GET | /api/v1/incidents | - | text/csv | EXPORT",
                "GET | /api/v1/incidents/imports/1/refused.csv | - | - | EXPORT",
                "POST | /api/v1/incidents | - | - | WRITE",
                "PUT | /api/v1/incidents/imports/1 | - | - | WRITE",
                "POST | /api/v1/incidents/imports | - | - | IMPORT",
                "POST | /api/v1/coverage/imports/daily-series | - | - | IMPORT",
                "POST | /api/v1/incidents/imports/1/cancellation | - | - | WRITE",
                "POST | /api/v1/pulls/x/runs | - | - | IMPORT"
            })
    void isToldByMethodPathAndFormat(String method, String path, String query, String accept, RequestKind kind) {
        assertEquals(kind, RequestKind.of(HttpMethod.valueOf(method), path, query, accept));
    }
}
