package org.humdash.humanitarian.pull;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.humdash.kit.ingest.SpooledFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileFetcherTest {

    private FileServer server;
    private final FileFetcher fetcher = new FileFetcher(
            new AllowedHosts(Set.of("localhost"), true), 100_000, Duration.ofSeconds(1), Clock.systemUTC());

    @BeforeEach
    void start() throws IOException {
        server = new FileServer("a,b\n1,2\n", "\"v1\"");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aFileIsTakenAndAskedForAgainOnlyIfItChanged() throws Exception {
        Fetched first = fetcher.fetch(server.url("/file"), null, null);
        try (SpooledFile file = first.file()) {
            assertEquals("a,b\n1,2\n", Files.readString(file.path()));
        }
        assertEquals("\"v1\"", first.etag());
        assertTrue(fetcher.fetch(server.url("/file"), first.etag(), first.lastModified())
                .isUnchanged());
        assertEquals(List.of("none", "\"v1\""), server.conditions());
    }

    @Test
    void whereAnAddressLeadsOnToAHostOnTheListItIsFollowed() throws Exception {
        try (SpooledFile file = fetcher.fetch(server.url("/on"), null, null).file()) {
            assertEquals(8, file.bytes());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/away, The host example.org is not on the operator's list of hosts that files are fetched from",
        "/round, The address leads on to others more than 5 times",
        "/broken, The address answered 500",
        "/missing, The address answered 404",
        "/silent, The address did not answer within 1 seconds",
        "/endless, The file has more than 100000 bytes"
    })
    void whatGoesWrongIsTold(String path, String reason) {
        PullFailed failed = assertThrows(PullFailed.class, () -> fetcher.fetch(server.url(path), null, null));
        assertEquals(reason, failed.getMessage());
    }

    @Test
    void aHostThatIsNotOnTheListIsNotEvenAsked() {
        FileFetcher strict = new FileFetcher(
                new AllowedHosts(Set.of("data.example.org"), true), 1, Duration.ofSeconds(1), Clock.systemUTC());
        URI url = server.url("/file");
        assertThrows(PullFailed.class, () -> strict.fetch(url, null, null));
        assertEquals(List.of(), server.conditions());
    }
}
