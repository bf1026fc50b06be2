package org.humdash.gateway.apikey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.humdash.gateway.account.Role;
import org.humdash.gateway.testing.GatewayTest;
import org.humdash.gateway.testing.MeterTable;
import org.humdash.gateway.testing.RawClient;
import org.humdash.vocabulary.access.Clearance;
import org.junit.jupiter.api.Test;

/** All meters of the gateway against their documentation; it stands here because one of them needs a key that ends. */
@GatewayTest
class DocumentedMetersTest {

    @TestHTTPResource
    URI gateway;

    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics;

    @Inject
    ApiKeys keys;

    @Inject
    ApiKeyMeters meters;

    @Inject
    Clock clock;

    @Test
    void whatIsDocumentedIsWhatIsScraped() throws IOException, SQLException {
        Instant ends = clock.instant().plus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
        String first = keys.make("Meters", Role.REVIEWER, Clearance.STAFF, ends, "test")
                .key()
                .id();
        String second = keys.make("Meters", Role.REVIEWER, Clearance.STAFF, ends.plusSeconds(60), "test")
                .key()
                .id();
        meters.read();
        RawClient.get(gateway, "/api/v1/situation");

        assertEquals(
                MeterTable.documented(Path.of("..", "docs", "metrics.md"), "gateway"), MeterTable.scraped(scrape()));
        assertEquals(ends.getEpochSecond(), expiry());

        keys.revoke(first, "test");
        meters.read();
        assertEquals(ends.getEpochSecond() + 60, expiry());

        keys.revoke(second, "test");
        meters.read();
        assertFalse(scrape().contains("humdash_gateway_key_next_expiry_timestamp_seconds{role=\"reviewer\"}"));
        assertTrue(scrape().contains("agroal_active_count"));
        assertTrue(scrape().contains("disk_free_bytes{"));
    }

    private double expiry() throws IOException {
        String series = "humdash_gateway_key_next_expiry_timestamp_seconds{role=\"reviewer\"} ";
        return scrape().lines()
                .filter(line -> line.startsWith(series))
                .mapToDouble(line -> Double.parseDouble(line.substring(series.length())))
                .findAny()
                .orElseThrow();
    }

    private String scrape() throws IOException {
        // The format allows a comma after the last label, and the registry makes use of it.
        return RawClient.get(metrics, metrics.getPath(), "Accept: text/plain")
                .body()
                .replace(",}", "}");
    }
}
