package org.humdash.gateway.route;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.MultiMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PassedHeadersTest {

    @Test
    void aServiceSeesWhatTheMessageIsAboutAndNothingOfTheConnectionOrOfTheGateway() {
        MultiMap from = MultiMap.caseInsensitiveMultiMap()
                .add("Authorization", "Bearer what-the-client-says")
                .add("X-API-Key", "what-the-client-says")
                .add("Cookie", "session=1")
                .add("Accept", "application/json")
                .add("If-None-Match", "\"1\"")
                .add("Content-Type", "text/csv")
                .add("Range", "bytes=0-1")
                .add("traceparent", "00-1-2-01")
                .add("X-Request-Id", "1")
                .add("Host", "gateway.example")
                .add("Content-Length", "3")
                .add("Expect", "100-continue")
                .add("Connection", "keep-alive, X-Mine")
                .add("Connection", "x-other")
                .add("X-Mine", "1")
                .add("X-Other", "1")
                .add("Keep-Alive", "timeout=5")
                .add("Proxy-Authorization", "Basic x")
                .add("Proxy-Connection", "keep-alive")
                .add("TE", "trailers")
                .add("Trailer", "X-Sum")
                .add("Transfer-Encoding", "chunked")
                .add("Upgrade", "websocket")
                .add("HTTP2-Settings", "x")
                .add("Forwarded", "for=1.2.3.4")
                .add("X-Forwarded-For", "1.2.3.4")
                .add("x-forwarded-host", "evil.example")
                .add("X-Forwarded-Prefix", "/x")
                .add("X-Real-IP", "1.2.3.4")
                .add("X-Original-URL", "/q/metrics")
                .add("X-HTTP-Method-Override", "DELETE")
                .add("Via", "1.1 somebody")
                .add("Humdash-Clearance", "STAFF");
        MultiMap to = MultiMap.caseInsensitiveMultiMap();

        PassedHeaders.request(from, to);

        assertEquals(
                Map.of(
                        "Accept", "application/json",
                        "If-None-Match", "\"1\"",
                        "Content-Type", "text/csv",
                        "Range", "bytes=0-1",
                        "Via", "1.1 humdash-gateway"),
                asMap(to));
    }

    @Test
    void addressesOfTheServiceBecomeThoseOfTheGateway() {
        MultiMap from = MultiMap.caseInsensitiveMultiMap()
                .add("Location", "http://127.0.0.1:8081/api/v1/claims/1")
                .add("Content-Location", "http://127.0.0.1:8081/api/v1/claims/1?x=1")
                .add(
                        "Link",
                        "<http://127.0.0.1:8081/api/v1/claims?cursor=a>; rel=\"next\", </api/v1/claims>; rel=first")
                .add("Connection", "close, X-Hop")
                .add("X-Hop", "1")
                .add("Keep-Alive", "1")
                .add("Transfer-Encoding", "chunked")
                .add("Alt-Svc", "h3=\":443\"")
                .add("WWW-Authenticate", "Basic realm=\"humdash\"")
                .add("ETag", "\"1\"")
                .add("Content-Length", "5");
        MultiMap to = MultiMap.caseInsensitiveMultiMap();

        PassedHeaders.response(from, "http://127.0.0.1:8081", to);

        assertEquals(
                Map.of(
                        "Location", "/api/v1/claims/1",
                        "Content-Location", "/api/v1/claims/1?x=1",
                        "Link", "</api/v1/claims?cursor=a>; rel=\"next\", </api/v1/claims>; rel=first",
                        "WWW-Authenticate", "Basic realm=\"humdash\"",
                        "ETag", "\"1\"",
                        "Content-Length", "5"),
                asMap(to));
    }

    @Test
    void addressesElsewhereStayAsTheyAre() {
        MultiMap from = MultiMap.caseInsensitiveMultiMap().add("Location", "http://127.0.0.1:80811/x");
        MultiMap to = MultiMap.caseInsensitiveMultiMap();

        PassedHeaders.response(from, "http://127.0.0.1:8081", to);

        assertEquals(Map.of("Location", "http://127.0.0.1:80811/x"), asMap(to));
    }

    private static Map<String, String> asMap(MultiMap headers) {
        Map<String, String> map = new TreeMap<>();
        headers.forEach(map::put);
        return map;
    }
}
