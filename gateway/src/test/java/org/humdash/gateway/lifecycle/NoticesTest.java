package org.humdash.gateway.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.humdash.gateway.lifecycle.Notices.Notice;
import org.junit.jupiter.api.Test;

class NoticesTest {

    private static final Instant DEPRECATED = Instant.parse("2026-12-01T00:00:00Z");
    private static final Instant SUNSET = Instant.parse("2027-06-05T07:08:09Z");
    private static final URI WORDS = URI.create("https://example.org/moving");

    private final Notices notices = new Notices(Map.of(
            "/api/v1/claims",
            new Notice(Optional.of(DEPRECATED), Optional.of(SUNSET), Optional.of(WORDS)),
            "/api/v1/claims/latest",
            new Notice(Optional.empty(), Optional.of(SUNSET), Optional.of(WORDS))));

    @Test
    void thePathAndWhatIsBelowItSaySinceWhenAndUntilWhen() {
        Map<String, String> said = Map.of(
                "Deprecation", "@1796083200",
                "Sunset", "Sat, 05 Jun 2027 07:08:09 GMT",
                "Link", "<https://example.org/moving>; rel=\"deprecation\"");

        assertEquals(said, notices.headers("/api/v1/claims"));
        assertEquals(said, notices.headers("/api/v1/claims/0197/revisions"));
    }

    @Test
    void theNearestPathCounts() {
        assertEquals(
                Map.of(
                        "Sunset",
                        "Sat, 05 Jun 2027 07:08:09 GMT",
                        "Link",
                        "<https://example.org/moving>; rel=\"sunset\""),
                notices.headers("/api/v1/claims/latest"));
    }

    @Test
    void nothingIsSaidAboutOthers() {
        for (String path : new String[] {"/api/v1/claimsx", "/api/v1", "/", "", "claims"}) {
            assertEquals(Map.of(), notices.headers(path), path);
        }
    }

    @Test
    void whatCannotBeMeantIsRefusedAtTheStart() {
        Notice backwards = new Notice(Optional.of(SUNSET), Optional.of(DEPRECATED), Optional.empty());

        assertThrows(IllegalArgumentException.class, () -> new Notices(Map.of("/api/v1/claims", backwards)));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Notices(Map.of("claims", new Notice(Optional.empty(), Optional.empty(), Optional.empty()))));
    }
}
