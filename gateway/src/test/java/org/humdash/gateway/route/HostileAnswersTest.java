package org.humdash.gateway.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.common.http.TestHTTPResource;
import java.io.IOException;
import java.net.URI;
import org.humdash.gateway.testing.FakeService;
import org.humdash.gateway.testing.FakeServices;
import org.humdash.gateway.testing.GatewayTest;
import org.humdash.gateway.testing.RawClient;
import org.humdash.gateway.testing.RawService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that no service of ours gives, such as one that somebody else has taken the place of. */
@GatewayTest
class HostileAnswersTest {

    private static final String CLAIMS = "/api/v1/claims";
    private static final String SECOND = "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nsecond";

    @TestHTTPResource
    URI gateway;

    @FakeServices.Incident
    FakeService incident;

    private RawService service;

    @BeforeEach
    void itsPlaceIsFree() {
        incident.down();
    }

    @AfterEach
    void itIsBack() throws IOException {
        service.close();
        incident.up();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NONSENSE\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 8\r\n\r\nokSECRET",
                "HTTP/1.1 200 OK\r\nContent-Length: -2\r\n\r\nok",
                "HTTP/1.1 200 OK\r\nX-Nul: a\u0000b\r\nContent-Length: 2\r\n\r\nok",
                "HTTP/1.1 200 OK\r\nX-Return: a\rSet-Cookie: b\r\nContent-Length: 2\r\n\r\nok",
                "HTTP/1.1 99999 OK\r\nContent-Length: 2\r\n\r\nok"
            })
    void anAnswerThatIsNoneIsAServiceThatFailed(String answer) throws IOException {
        service = new RawService(incident.origin(), answer);

        RawClient.Answer seen = RawClient.get(gateway, CLAIMS);

        assertEquals(502, seen.status(), answer);
        assertEquals("application/problem+json", seen.header("content-type"));
        assertNull(seen.header("set-cookie"));
    }

    @Test
    void aHeaderThatIsNoneIsNotPassedOn() throws IOException {
        service = new RawService(incident.origin(), "HTTP/1.1 200 OK\r\nX Y: a\r\nContent-Length: 2\r\n\r\nok");

        RawClient.Answer seen = RawClient.get(gateway, CLAIMS);

        assertEquals("ok", seen.body());
        assertNull(seen.header("x y"));
    }

    @Test
    void whatIsSentBehindAnAnswerIsAnswerToNobody() throws IOException {
        String answer = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nfirst" + SECOND;
        service = new RawService(incident.origin(), answer);
        try (RawClient client = new RawClient(gateway)) {
            for (int i = 0; i < 5; i++) {
                client.send("GET " + CLAIMS + " HTTP/1.1", "Host: x", "");
                assertEquals("first", client.answer().body());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 304 Not Modified\r\nETag: \"1\"\r\n\r\n", "HTTP/1.1 204 No Content\r\n\r\n"})
    void theBodyOfAnAnswerWithoutOneIsAnswerToNobody(String head) throws IOException {
        service = new RawService(incident.origin(), head + SECOND);
        try (RawClient client = new RawClient(gateway)) {
            for (int i = 0; i < 5; i++) {
                client.send("GET " + CLAIMS + " HTTP/1.1", "Host: x", "");
                assertEquals(
                        Integer.parseInt(head.substring(9, 12)), client.head().status());
            }
        }
    }
}
