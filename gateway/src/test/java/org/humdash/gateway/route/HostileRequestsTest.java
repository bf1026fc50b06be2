package org.humdash.gateway.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.humdash.gateway.testing.FakeService;
import org.humdash.gateway.testing.FakeServices;
import org.humdash.gateway.testing.GatewayTest;
import org.humdash.gateway.testing.RawClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that two programs may read differently: what one takes for a body the other takes for a second request. */
@GatewayTest
class HostileRequestsTest {

    private static final String CLAIMS = "/api/v1/claims";

    /** Never asked for, so that a service that is asked for it was asked by somebody hidden in a body. */
    private static final String HIDDEN = "GET /api/v1/claims/hidden HTTP/1.1\r\nHost: x\r\n\r\n";

    private static final int MOST_HEADERS = 16 * 1024;

    @TestHTTPResource
    URI gateway;

    @FakeServices.Incident
    FakeService incident;

    @BeforeEach
    void theServiceIsUp() {
        incident.up();
        incident.forget();
        incident.on(CLAIMS, exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            FakeService.answer(200, "text/plain", body).to(exchange);
        });
    }

    /** Each stands between the request line and the empty line; {@code |} is the end of a line. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: x|Content-Length: 5|Content-Length: 6",
                "Host: x|Content-Length: 5, 6",
                "Host: x|Content-Length: +5",
                "Host: x|Content-Length: -5",
                "Host: x|Content-Length: 0x5",
                "Host: x|Content-Length: 5 5",
                "Host: x|Content-Length: 99999999999999999999",
                "Host: x|Content-Length: ",
                "Host: x|Content-Length : 5",
                "Host: x|Transfer-Encoding : chunked",
                "Host: x|Transfer-Encoding: xchunked",
                "Host: x|Transfer-Encoding: chunked, identity",
                "Host: x|Transfer-Encoding: identity, chunked",
                "Host: x|Transfer-Encoding: gzip, chunked",
                "Host: x|Transfer-Encoding: chunked|Transfer-Encoding: identity",
                "Host: x|Transfer-Encoding: identity|Transfer-Encoding: chunked",
                "Host: x|Transfer-Encoding: chunked|Transfer-Encoding: chunked",
                "Host: x|Transfer-Encoding: \u000bchunked",
                "Host: x|X: y|Transfer-Encoding:|chunked",
                "Host: x|X-Nul: a\u0000b",
                "Host: x|X-Return: a\rb",
                "Host: x|X Space: a",
                "Host: x|: a",
                "Host: x|no colon at all"
            })
    void refusesAHeadThatProgramsReadDifferentlyAndEndsTheConnection(String head) throws IOException {
        try (RawClient client = new RawClient(gateway)) {
            client.send(
                    Stream.concat(Stream.of("POST " + CLAIMS + " HTTP/1.1"), Stream.of((head + "|").split("\\|", -1)))
                            .toArray(String[]::new));
            client.write(HIDDEN.getBytes(StandardCharsets.US_ASCII));

            assertTrue(refusedOrEnded(client), head);
            assertTrue(endsAfterThat(client), "The connection goes on after " + head);
        }
        assertEquals(List.of(), incident.received());
    }

    @Test
    void saysWhyAHeadIsRefused() throws IOException {
        RawClient.Answer answer = RawClient.get(gateway, CLAIMS, "Transfer-Encoding: xchunked");

        assertEquals(400, answer.status());
        assertEquals("close", answer.header("connection"));
        assertEquals(
                "{\"type\":\"urn:humdash:problem:bad-request\",\"status\":400,\"title\":\"The request cannot be"
                        + " understood\",\"detail\":\"Of the transfer encodings only chunked is understood.\","
                        + "\"instance\":\"" + CLAIMS + "\"}",
                answer.body());
    }

    /** Each stands for the body after a head that says it comes in chunks. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0x5\r\nhello\r\n0\r\n\r\n",
                "+5\r\nhello\r\n0\r\n\r\n",
                "-1\r\nhello\r\n0\r\n\r\n",
                "5\nhello\r\n0\r\n\r\n",
                "5\r\nhello0\r\n\r\n",
                "5\r\nhelloXX\r\n0\r\n\r\n",
                "5\r\nhello\n0\r\n\r\n",
                "zz\r\nhello\r\n0\r\n\r\n",
                "\r\nhello\r\n0\r\n\r\n",
                "FFFFFFFFFFFFFFFFF\r\nhello\r\n0\r\n\r\n"
            })
    void aBodyWhoseChunksAreNotWrittenPlainlyNeverReachesItsEndAtTheService(String body) throws IOException {
        try (RawClient client = new RawClient(gateway)) {
            client.send("POST " + CLAIMS + " HTTP/1.1", "Host: x", "Transfer-Encoding: chunked", "");
            client.write((body + HIDDEN).getBytes(StandardCharsets.US_ASCII));

            assertTrue(refusedOrEnded(client), body);
        }
        assertEquals(
                List.of(),
                incident.received().stream()
                        .map(FakeService.Received::target)
                        .filter(target -> !target.equals(CLAIMS))
                        .toList());
    }

    @Test
    void aLengthBesideChunksIsNotPassedOn() throws IOException {
        try (RawClient client = new RawClient(gateway)) {
            client.send(
                    "POST " + CLAIMS + " HTTP/1.1", "Host: x", "Content-Length: 3", "Transfer-Encoding: chunked", "");
            client.send("5", "hello", "0", "");

            assertEquals("hello", client.answer().body());
        }
        FakeService.Received received = incident.received().getFirst();
        assertEquals(List.of(), received.header("content-length"));
        assertEquals(List.of("chunked"), received.header("transfer-encoding"));
    }

    @ParameterizedTest
    @ValueSource(strings = {" two", "\ttwo", "  Content-Length: 5"})
    void aFoldedLineIsPassedOnAsOneLine(String folded) throws IOException {
        RawClient.get(gateway, CLAIMS, "X-Long: one", folded);

        FakeService.Received received = incident.received().getFirst();
        assertEquals(List.of("one " + folded.strip()), received.header("x-long"));
        assertEquals(List.of(), received.header("content-length"));
    }

    @Test
    void whatStandsBehindTheSizeOfAChunkAndAfterTheLastOneIsNotPassedOn() throws IOException {
        try (RawClient client = new RawClient(gateway)) {
            client.send("POST " + CLAIMS + " HTTP/1.1", "Host: x", "Transfer-Encoding: chunked", "");
            client.send("5;note=\"a\"", "hello", "0", "X-Trailer: 1", "");

            assertEquals("hello", client.answer().body());
        }
        assertEquals(List.of(), incident.received().getFirst().header("x-trailer"));
    }

    @Test
    void answersRequestsThatCameTogetherOneAfterTheOther() throws IOException {
        incident.json(CLAIMS + "/1", "{\"n\":1}").json(CLAIMS + "/2", "{\"n\":2}");
        try (RawClient client = new RawClient(gateway)) {
            client.write(("POST " + CLAIMS + " HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello"
                            + "GET " + CLAIMS + "/1 HTTP/1.1\r\nHost: x\r\n\r\n"
                            + "GET " + CLAIMS + "/2 HTTP/1.1\r\nHost: x\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));

            assertEquals("hello", client.answer().body());
            assertEquals("{\"n\":1}", client.answer().body());
            assertEquals("{\"n\":2}", client.answer().body());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD"})
    void aBodyOfAReadIsNoSecondRequest(String method) throws IOException {
        try (RawClient client = new RawClient(gateway)) {
            client.send(method + " " + CLAIMS + " HTTP/1.1", "Host: x", "Content-Length: " + HIDDEN.length(), "");
            client.write(HIDDEN.getBytes(StandardCharsets.US_ASCII));

            assertEquals(400, client.head().status());
        }
        assertEquals(List.of(), incident.received());
    }

    @ParameterizedTest
    @CsvSource({
        "GET /api/v1/claims HTTP/1.1 extra, 400",
        "GET, 400",
        "'GET /api/v1/cla\tims HTTP/1.1', 400",
        "CONNECT evil.example:443 HTTP/1.1, 404",
        "OPTIONS * HTTP/1.1, 404"
    })
    void refusesARequestLineThatIsNone(String line, int status) throws IOException {
        try (RawClient client = new RawClient(gateway)) {
            client.send(line, "Host: x", "");

            assertEquals(status, client.head().status(), line);
        }
        assertEquals(List.of(), incident.received());
    }

    @Test
    void anEndlessHeadIsRefused() throws IOException {
        try (RawClient client = new RawClient(gateway)) {
            client.send("GET " + CLAIMS + " HTTP/1.1", "Host: x", "X-Long: " + "x".repeat(MOST_HEADERS), "");

            assertEquals(431, client.head().status());
        }
        try (RawClient client = new RawClient(gateway)) {
            client.send("GET " + CLAIMS + "?q=" + "x".repeat(MOST_HEADERS) + " HTTP/1.1", "Host: x", "");

            assertEquals(414, client.head().status());
        }
        assertEquals(List.of(), incident.received());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/claims/%c0%ae%c0%ae/x", "/api/v1/claims/%e0%80%af", "/api/v1/claims/%ff"})
    void refusesAPathInNoEncoding(String target) throws IOException {
        assertEquals(400, RawClient.get(gateway, target).status());
        assertEquals(List.of(), incident.received());
    }

    @Test
    void aServiceIsAskedForARangeAndMayAnswerWithTheWhole() throws IOException {
        incident.json(CLAIMS, "{\"whole\":true}");

        RawClient.Answer answer = RawClient.get(gateway, CLAIMS, "Range: bytes=0-3");

        assertEquals(200, answer.status());
        assertEquals("{\"whole\":true}", answer.body());
        assertEquals(List.of("bytes=0-3"), incident.received().getFirst().header("range"));
    }

    @Test
    void anExpectationNobodyKnowsIsNotPassedOn() throws IOException {
        RawClient.get(gateway, CLAIMS, "Expect: tea");

        assertEquals(List.of(), incident.received().getFirst().header("expect"));
    }

    private static boolean endsAfterThat(RawClient client) throws IOException {
        try {
            while (!client.ended()) {
                // The rest of the refusal.
            }
            return true;
        } catch (SocketException reset) {
            return true;
        } catch (SocketTimeoutException goesOn) {
            return false;
        }
    }

    private static boolean refusedOrEnded(RawClient client) throws IOException {
        try {
            return client.head().status() >= 400;
        } catch (EOFException | SocketException end) {
            return true;
        }
    }
}
