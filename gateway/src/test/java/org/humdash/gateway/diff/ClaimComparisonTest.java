package org.humdash.gateway.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClaimComparisonTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ClaimComparison comparison = new ClaimComparison(2);

    @Test
    void whatIsOnlyInTheSecondListIsNewWhatDiffersIsRevisedAndWhatIsGoneIsRetracted() throws Exception {
        Changes changes = comparison.of(
                list(null, claim("same", 1, "NEW"), claim("changed", 1, "NEW"), claim("gone", 1, "NEW")),
                list(null, claim("same", 1, "NEW"), claim("changed", 3, "CORRECTION"), claim("added", 2, "UPDATE")));

        assertEquals(List.of("added UPDATE 2025-12-19T10:00:00Z"), words(changes.added()));
        assertEquals(List.of("changed CORRECTION 2025-12-19T10:00:00Z"), words(changes.revised()));
        assertEquals(List.of("gone RETRACTED null"), words(changes.retracted()));
        assertEquals(false, changes.more());
    }

    @Test
    void whereThereWasNoCeasefireYetEveryClaimIsNew() throws Exception {
        Changes changes = comparison.of(MissingNode.getInstance(), list(null, claim("a", 1, "NEW")));

        assertEquals(List.of("a NEW 2025-12-19T10:00:00Z"), words(changes.added()));
    }

    @Test
    void whatIsMissingFromAListThatWasCutOffIsNotTakenForRetracted() throws Exception {
        Changes changes = comparison.of(
                list(null, claim("a", 1, "NEW"), claim("b", 1, "NEW")), list("next", claim("a", 1, "NEW")));

        assertEquals(List.of(), words(changes.retracted()));
        assertEquals(true, changes.more());
    }

    @Test
    void whatIsMissingFromAFirstListThatWasCutOffIsNotTakenForNewUnlessItsRevisionSaysSo() throws Exception {
        Changes changes = comparison.of(
                list("next", claim("a", 1, "NEW")),
                list(null, claim("a", 1, "NEW"), claim("b", 1, "NEW"), claim("c", 2, "UPDATE")));

        assertEquals(List.of("b NEW 2025-12-19T10:00:00Z"), words(changes.added()));
        assertEquals(true, changes.more());
    }

    @Test
    void moreThanTheLimitIsSaidAndNotSent() throws Exception {
        Changes changes =
                comparison.of(list(null), list(null, claim("a", 1, "NEW"), claim("b", 1, "NEW"), claim("c", 1, "NEW")));

        assertEquals(2, changes.added().size());
        assertEquals(true, changes.more());
    }

    private static List<String> words(List<Entry> entries) {
        return entries.stream()
                .map(entry -> entry.id() + " " + entry.reason() + " " + entry.recordedAt())
                .toList();
    }

    private static JsonNode list(String next, String... claims) throws Exception {
        return JSON.readTree("{\"items\":[" + String.join(",", claims) + "],\"nextCursor\":"
                + (next == null ? "null" : "\"" + next + "\"") + "}");
    }

    private static String claim(String id, int revision, String reason) {
        return "{\"id\":\"" + id + "\",\"revision\":{\"number\":" + revision
                + ",\"recordedAt\":\"2025-12-19T10:00:00Z\",\"reason\":\"" + reason + "\"}}";
    }
}
