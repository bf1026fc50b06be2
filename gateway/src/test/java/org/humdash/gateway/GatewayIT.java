package org.humdash.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import org.humdash.gateway.testing.FakeService;
import org.humdash.gateway.testing.FakeServices;
import org.humdash.gateway.testing.GatewayDatabase;
import org.humdash.gateway.testing.RawClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The packaged program with its own defaults, in a heap much smaller than what is passed through it. */
@QuarkusIntegrationTest
@QuarkusTestResource(GatewayDatabase.class)
@QuarkusTestResource(FakeServices.class)
class GatewayIT {

    private static final String IMPORTS = "/api/v1/observations/imports";
    private static final String CLAIMS = "/api/v1/claims";
    private static final int MEBIBYTES = 1_024;
    private static final int MEBIBYTES_SENT_TWICE = 200;
    private static final byte[] ROWS = rows();

    @TestHTTPResource
    URI gateway;

    @FakeServices.Incident
    FakeService incident;

    @FakeServices.Humanitarian
    FakeService humanitarian;

    @BeforeEach
    void bothServicesAreUp() {
        for (FakeService service : List.of(incident, humanitarian)) {
            service.up();
            service.forget();
        }
    }

    @Test
    void composesTheSituation() throws IOException {
        incident.json("/api/v1/ceasefires/GAZA-2025-10", "{\"code\":\"GAZA-2025-10\"}")
                .json("/api/v1/ceasefires/GAZA-2025-10/ledger", "{\"attackDays\":null}")
                .json("/api/v1/ceasefires/GAZA-2025-10/timeline", "{\"items\":[]}");
        humanitarian.json("/api/v1/headlines", "{\"items\":[{\"lower\":80.0}]}");

        RawClient.Answer answer =
                RawClient.get(gateway, "/api/v1/situation?asOf=2025-12-19&knownAt=2025-12-19T18:00:00Z");

        assertEquals("claims", answer.header("humdash-partial"));
        assertEquals(
                "{\"ceasefire\":\"GAZA-2025-10\",\"area\":{\"pcode\":\"PS02\",\"name\":{\"en\":\"Gaza Strip\","
                        + "\"ar\":\"قطاع غزة\"}},\"asOf\":\"2025-12-19\",\"knownAt\":\"2025-12-19T18:00:00Z\","
                        + "\"language\":\"en\",\"partial\":true,\"sections\":{"
                        + "\"ceasefire\":{\"status\":\"available\",\"data\":{\"code\":\"GAZA-2025-10\"}},"
                        + "\"claims\":{\"status\":\"unavailable\",\"reason\":\"incident-service does not know it\"},"
                        + "\"ledger\":{\"status\":\"available\",\"data\":{\"attackDays\":null}},"
                        + "\"indicators\":{\"status\":\"available\",\"data\":{\"items\":[{\"lower\":80.0}]}},"
                        + "\"timeline\":{\"status\":\"available\",\"data\":{\"items\":[]}}},\"quotes\":[]}",
                answer.body());
    }

    @Test
    void passesALargeUploadOn() throws Exception {
        humanitarian.on(IMPORTS, exchange -> {
            String sum = checksum(exchange.getRequestBody());
            FakeService.answer(200, "text/plain", sum).to(exchange);
        });
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(gateway.resolve(IMPORTS))
                            .POST(HttpRequest.BodyPublishers.ofByteArrays(Collections.nCopies(MEBIBYTES, ROWS)))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());

            assertEquals(expected(MEBIBYTES), answer.body());
        }
    }

    @Test
    void aLargeUploadThatIsSentAgainIsNeitherHeldNorDoneAgain() throws Exception {
        humanitarian.on(IMPORTS, exchange -> {
            String sum = checksum(exchange.getRequestBody());
            FakeService.answer(200, "text/plain", sum).to(exchange);
        });
        HttpRequest upload = HttpRequest.newBuilder(gateway.resolve(IMPORTS))
                .header("Authorization", "Bearer " + GatewayDatabase.ADMINISTRATOR_KEY)
                .header("Idempotency-Key", "\"a large upload\"")
                .POST(HttpRequest.BodyPublishers.ofByteArrays(Collections.nCopies(MEBIBYTES_SENT_TWICE, ROWS)))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> first = client.send(upload, HttpResponse.BodyHandlers.ofString());
            HttpResponse<String> second = client.send(upload, HttpResponse.BodyHandlers.ofString());

            assertEquals(expected(MEBIBYTES_SENT_TWICE), first.body());
            assertEquals(expected(MEBIBYTES_SENT_TWICE), second.body());
            assertEquals(
                    "true", second.headers().firstValue("Idempotency-Replayed").orElse("false"));
            assertEquals(1, humanitarian.received().size());
        }
    }

    @Test
    void passesALargeDownloadBack() throws Exception {
        incident.on(CLAIMS, exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                for (int i = 0; i < MEBIBYTES; i++) {
                    out.write(ROWS);
                }
            }
        });
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<InputStream> answer = client.send(
                    HttpRequest.newBuilder(gateway.resolve(CLAIMS)).build(), HttpResponse.BodyHandlers.ofInputStream());

            assertEquals(expected(MEBIBYTES), checksum(answer.body()));
        }
    }

    @Test
    void saysThatAServiceIsDown() throws IOException {
        incident.down();

        RawClient.Answer answer = RawClient.get(gateway, CLAIMS);

        assertEquals(502, answer.status());
        assertEquals(
                "{\"type\":\"urn:humdash:problem:service-unreachable\",\"status\":502,\"title\":\"A service cannot be"
                        + " reached\",\"detail\":\"incident-service could not be reached.\","
                        + "\"instance\":\"/api/v1/claims\"}",
                answer.body());
    }

    @Test
    void servesTheCommittedDescriptionAndAPageForIt() throws IOException {
        assertEquals(
                Files.readString(Path.of("openapi.yaml")),
                RawClient.get(gateway, "/q/openapi").body());
        assertEquals(200, RawClient.get(gateway, "/q/swagger-ui/").status());
    }

    private static byte[] rows() {
        ByteBuffer rows = ByteBuffer.allocate(1 << 20);
        for (int i = 0; rows.hasRemaining(); i++) {
            rows.putInt(i);
        }
        return rows.array();
    }

    private static String expected(int mebibytes) {
        CRC32 sum = new CRC32();
        for (int i = 0; i < mebibytes; i++) {
            sum.update(ROWS);
        }
        return (long) mebibytes * ROWS.length + " bytes, checksum " + sum.getValue();
    }

    private static String checksum(InputStream in) throws IOException {
        CheckedOutputStream out = new CheckedOutputStream(OutputStream.nullOutputStream(), new CRC32());
        long bytes = in.transferTo(out);
        return bytes + " bytes, checksum " + out.getChecksum().getValue();
    }
}
