package org.humdash.incident.incident;

import static org.hamcrest.Matchers.is;
import static org.humdash.incident.Installation.contributor;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.humdash.incident.Installation;
import org.humdash.kit.test.PostgresResource;
import org.junit.jupiter.api.Test;

/** Readers who take their time; the patience with them is short in tests. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class SlowReaderResourceTest {

    /** More than the buffers of the machine between two sockets take. */
    private static final int ROWS = 2_000;

    private static final int BYTES_OF_A_ROW = 5_000;
    private static final int SMALL_BUFFER = 4_096;
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @TestHTTPResource
    URI service;

    @Inject
    DataSource dataSource;

    @Inject
    MeterRegistry meters;

    @Test
    void anExportReadByteByByteIsBrokenOffAndItsConnectionGivenBack() throws Exception {
        Installation at = withManyIncidents("SLOWREADER");
        String target = "/api/v1/incidents?format=csv&ceasefire=" + at.ceasefire;
        double before = brokenOff();
        try (Socket slow = new Socket()) {
            slow.setReceiveBufferSize(SMALL_BUFFER);
            slow.connect(new InetSocketAddress(service.getHost(), service.getPort()));
            slow.setSoTimeout((int) LIMIT.toMillis());
            OutputStream out = slow.getOutputStream();
            out.write(("GET " + target + " HTTP/1.1\r\nHost: incidents\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            out.flush();
            InputStream in = slow.getInputStream();
            Awaitility.await().atMost(LIMIT).pollDelay(Duration.ZERO).until(() -> exportsUnderWay() == 1);

            Awaitility.await().atMost(LIMIT).pollInterval(Duration.ofSeconds(1)).until(() -> {
                assertTrue(in.read() >= 0, "What had arrived before can still be read");
                return exportsUnderWay() == 0;
            });

            assertEquals(before + 1, brokenOff());
            assertTrue(restOf(in) < (long) ROWS * BYTES_OF_A_ROW, "The export was not read to its end");
        }
    }

    private double brokenOff() {
        return meters.get("humdash.slow.readers").counter().count();
    }

    /** Connections on which the rows of an export are being read. */
    private long exportsUnderWay() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        select count(*) from pg_stat_activity
                        where datname = current_database() and pid <> pg_backend_pid()
                            and state in ('active', 'idle in transaction') and query like 'select i.id%'""");
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** How much had come before the connection was closed. */
    private static long restOf(InputStream in) throws IOException {
        long read = 0;
        try {
            byte[] piece = new byte[1 << 16];
            for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
                read += length;
            }
        } catch (SocketException reset) {
            // As good an end as the other.
        }
        return read;
    }

    private static Installation withManyIncidents(String name) {
        Installation at = Installation.named(name);
        String description = "many words ".repeat(BYTES_OF_A_ROW / 11);
        StringBuilder table = new StringBuilder("source,reference,ceasefire,type,occurred_from,description_en\n");
        for (int i = 0; i < ROWS; i++) {
            table.append(at.office)
                    .append(",s-")
                    .append(i)
                    .append(',')
                    .append(at.ceasefire)
                    .append(",AIR_STRIKE,2025-10-19,")
                    .append(description)
                    .append('\n');
        }
        contributor()
                .contentType("application/octet-stream")
                .queryParam("wait", 30)
                .body(table.toString().getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/incidents/imports")
                .then()
                .statusCode(200)
                .body("job.created", is(ROWS));
        return at;
    }
}
