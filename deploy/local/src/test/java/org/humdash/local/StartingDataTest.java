package org.humdash.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartingDataTest {

    private static final List<StartingDataFile> FILES = List.of(
            new StartingDataFile("sources.csv", "/sources", StartingDataFile.Kind.ROWS, Set.of()),
            new StartingDataFile("claims.csv", "/claims", StartingDataFile.Kind.TABLE, Set.of()));
    private static final List<StartingDataFile> JOB = List.of(
            new StartingDataFile("observations.csv", "/observations/imports", StartingDataFile.Kind.JOB, Set.of()));

    @TempDir
    Path folder;

    private final List<String> received = Collections.synchronizedList(new ArrayList<>());
    private final Set<String> known = Collections.synchronizedSet(new HashSet<>());
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private String report =
            "{\"rowsRead\":1,\"created\":1,\"revised\":0,\"unchanged\":0,\"refused\":0,\"problems\":[]}";
    private String jobStatus = "SUCCEEDED";
    private String job = "\"rowsRead\":2,\"created\":1,\"revised\":0,\"unchanged\":1,\"refused\":0";
    private String firstRefused = "";
    private HttpServer gateway;

    @BeforeEach
    void start() throws IOException {
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        gateway.createContext("/sources", exchange -> {
            String body = body(exchange);
            if (body.contains("BAD")) {
                answer(
                        exchange,
                        422,
                        "{\"title\":\"Refused\",\"detail\":\"No.\",\"violations\":[{\"field\":\"code\",\"message\":\"is bad\"}]}");
            } else if (body.contains("DOWN")) {
                answer(exchange, 500, "{\"title\":\"Broken\"}");
            } else {
                answer(exchange, known.add(body) ? 201 : 200, "{}");
            }
        });
        gateway.createContext("/claims", exchange -> {
            body(exchange);
            answer(exchange, 200, report);
        });
        gateway.createContext("/observations/imports", exchange -> {
            String path = exchange.getRequestURI().toString();
            received.add(exchange.getRequestMethod() + " " + path + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            boolean isTaken = exchange.getRequestMethod().equals("POST");
            answer(
                    exchange,
                    isTaken ? 202 : 200,
                    "{\"job\":{\"id\":\"j1\",\"status\":\"" + (isTaken ? "READING" : jobStatus) + "\"," + job
                            + "},\"firstRefused\":[" + firstRefused + "]}");
        });
        gateway.start();
        write("observations.csv", "reference\no1\n");
        write("sources.csv", "code,name.en\nONE,First\nTWO,\"Second\nline\"\n");
        write("claims.csv", "reference\nr1\n");
    }

    @AfterEach
    void stop() {
        gateway.stop(0);
    }

    @Test
    void everyRowAndTableIsSentInOrderWithTheKey() throws Exception {
        assertTrue(load(false));

        String key = "Bearer key";
        assertEquals(
                List.of(
                        key + " application/json {\"code\":\"ONE\",\"name\":{\"en\":\"First\"}}",
                        key + " application/json {\"code\":\"TWO\",\"name\":{\"en\":\"Second\\nline\"}}",
                        key + " text/csv; charset=utf-8 reference\nr1\n"),
                received);
    }

    @Test
    void theNextStartSendsNothing() throws Exception {
        load(false);
        received.clear();

        assertTrue(load(false));

        assertEquals(List.of(), received);
    }

    @Test
    void loadingAgainSendsAllAndFindsItThere() throws Exception {
        load(false);
        received.clear();

        assertTrue(load(true));

        assertEquals(3, received.size());
        assertTrue(said().contains("2 rows: 0 created, 2 were there"), said());
    }

    @Test
    void aRefusedRowIsNamedTheOthersAreTakenAndTheFileIsTriedAgain() throws Exception {
        write("sources.csv", "code,name.en\nONE,First\nBAD,x\nTWO,Second\n");

        assertFalse(load(false));

        assertTrue(said().contains("sources.csv            REFUSED row 3: 422: Refused: No.: code is bad"), said());
        assertTrue(said().contains("3 rows: 2 created, 0 were there"), said());
        received.clear();
        assertFalse(load(false));
        // The rows once more; the table was complete.
        assertEquals(3, received.size());
    }

    @Test
    void aRefusedRowOfATableIsNamed() throws Exception {
        report = "{\"rowsRead\":2,\"created\":1,\"revised\":0,\"unchanged\":0,\"refused\":1,\"problems\":"
                + "[{\"row\":3,\"column\":\"valid_to\",\"code\":\"NOT_A_DATE\",\"message\":\"write 2025-12-31\"}]}";

        assertFalse(load(false));

        assertTrue(said().contains("REFUSED row 3: valid_to: NOT_A_DATE: write 2025-12-31"), said());
        assertTrue(said().contains("2 rows: 1 created, 0 revised, 0 were there, 1 refused"), said());
    }

    @Test
    void anImportJobIsFollowedToItsEnd() throws Exception {
        assertTrue(load(JOB, false));

        assertEquals(
                List.of("POST /observations/imports?wait=30 reference\no1\n", "GET /observations/imports/j1 "),
                received);
        assertTrue(said().contains("2 rows: 1 created, 0 revised, 1 were there"), said());
        received.clear();
        assertTrue(load(JOB, false));
        assertEquals(List.of(), received);
    }

    @Test
    void aRowThatAJobRefusesIsNamedAndTheFileIsTriedAgain() throws Exception {
        job = job.replace("\"refused\":0", "\"refused\":1");
        firstRefused = "{\"row\":3,\"problems\":[\"valid_to: NOT_A_DATE, write 2025-12-31\"]}";

        assertFalse(load(JOB, false));

        assertTrue(said().contains("REFUSED row 3: valid_to: NOT_A_DATE, write 2025-12-31"), said());
        assertTrue(said().contains("2 rows: 1 created, 0 revised, 1 were there, 1 refused"), said());
        received.clear();
        assertFalse(load(JOB, false));
        assertEquals(2, received.size());
    }

    @Test
    void aJobThatFailsIsToldWithItsReason() throws Exception {
        jobStatus = "FAILED";
        job = "\"failure\":\"The register of sources does not answer.\"";

        assertFalse(load(JOB, false));

        assertTrue(
                said().contains(
                                "could not be loaded: the import ended FAILED: The register of sources does not answer."),
                said());
    }

    @Test
    void aBrokenServiceEndsTheLoadingAndTheNextStartGoesOn() throws Exception {
        write("sources.csv", "code\nONE\nDOWN\nTWO\n");

        assertFalse(load(false));

        assertTrue(said().contains("could not be loaded: row 3 was answered 500: Broken"), said());
        assertEquals(2, received.size());
        write("sources.csv", "code\nONE\nTWO\n");
        assertTrue(load(false));
        assertTrue(said().contains("2 rows: 1 created, 1 were there"), said());
    }

    @Test
    void aFileThatChangedSinceIsToldAndNotSent() throws Exception {
        load(false);
        write("claims.csv", "reference\nr1\nr2\n");
        received.clear();

        assertTrue(load(false));

        assertEquals(List.of(), received);
        assertTrue(said().contains("has changed since it was loaded; load it again with"), said());
    }

    @Test
    void aFolderThatDeclinedTheDataGetsItOnlyWhenAsked() throws Exception {
        StartingDataMarker.in(folder.resolve("marker")).decline();

        assertTrue(load(false));
        assertEquals(List.of(), received);
        assertTrue(load(true));
        assertEquals(3, received.size());
    }

    @Test
    void aRowWithACellTooManyIsNamed() throws Exception {
        write("sources.csv", "code,name.en\nONE,First,more\n");

        assertFalse(load(false));

        assertTrue(said().contains("REFUSED row 2: 3 cells, the header has 2"), said());
    }

    @Test
    void aMissingFileIsNamed() throws Exception {
        Files.delete(folder.resolve("sources.csv"));

        assertFalse(load(false));

        assertTrue(said().contains("could not be loaded: " + folder.resolve("sources.csv")), said());
    }

    private boolean load(boolean again) throws InterruptedException {
        return load(FILES, again);
    }

    private boolean load(List<StartingDataFile> files, boolean again) throws InterruptedException {
        try (GatewayClient client =
                new GatewayClient("http://127.0.0.1:" + gateway.getAddress().getPort(), "key")) {
            return new StartingData(
                            folder,
                            files,
                            StartingDataMarker.in(folder.resolve("marker")),
                            client,
                            new Progress(new PrintStream(said, true, StandardCharsets.UTF_8), Instant.now()))
                    .load(again);
        }
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }

    private String body(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var headers = exchange.getRequestHeaders();
        received.add(headers.getFirst("Authorization") + " " + headers.getFirst("Content-Type") + " " + body);
        return body;
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
