package org.humdash.gateway.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Claims have no change feed, so what changed is the difference of two lists: as known at the instant, and now. A claim
 * that is hidden from the caller now is in neither.
 */
final class ClaimComparison {

    private final int limit;

    ClaimComparison(int limit) {
        this.limit = limit;
    }

    /**
     * @param before the first page of {@code GET /api/v1/claims} as known then; missing if there was no such ceasefire
     * @param after the first page as known now
     */
    Changes of(JsonNode before, JsonNode after) {
        Map<String, JsonNode> then = byId(before);
        Map<String, JsonNode> now = byId(after);
        boolean cut = after.path("nextCursor").isTextual()
                || before.path("nextCursor").isTextual();
        List<Entry> added = new ArrayList<>();
        List<Entry> revised = new ArrayList<>();
        List<Entry> retracted = new ArrayList<>();
        now.forEach((id, claim) -> {
            JsonNode earlier = then.getOrDefault(id, MissingNode.getInstance());
            int number = number(claim);
            // In a list that was cut off a claim may be missing for that alone.
            boolean isNew =
                    earlier.isMissingNode() && (!before.path("nextCursor").isTextual() || number == 1);
            if (isNew) {
                added.add(entry(id, claim));
            } else if (!earlier.isMissingNode() && number(earlier) != number) {
                revised.add(entry(id, claim));
            }
        });
        if (!after.path("nextCursor").isTextual()) {
            then.keySet().stream()
                    .filter(id -> !now.containsKey(id))
                    .forEach(id -> retracted.add(new Entry(id, null, "RETRACTED", null)));
        }
        boolean more = cut || added.size() > limit || revised.size() > limit || retracted.size() > limit;
        return Changes.available(first(added), first(revised), first(retracted), more);
    }

    private List<Entry> first(List<Entry> entries) {
        return entries.subList(0, Math.min(limit, entries.size()));
    }

    private static Entry entry(String id, JsonNode claim) {
        JsonNode revision = claim.path("revision");
        return new Entry(id, instant(revision), revision.path("reason").asText(null), claim);
    }

    private static Instant instant(JsonNode revision) {
        try {
            return Instant.parse(revision.path("recordedAt").asText());
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int number(JsonNode claim) {
        return claim.path("revision").path("number").asInt();
    }

    private static Map<String, JsonNode> byId(JsonNode page) {
        Map<String, JsonNode> claims = new LinkedHashMap<>();
        page.path("items").forEach(claim -> claims.put(claim.path("id").asText(), claim));
        return claims;
    }
}
