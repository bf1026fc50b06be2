package org.humdash.gateway.diff;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.humdash.gateway.change.ChangeFeed;

/**
 * Where a diff goes on: the question, so that it stays the same, and how far each feed was read.
 *
 * @param knownAt what the first page stated
 * @param pinned whether the caller had named it
 * @param feeds cursors of the feeds that have more; those that ended are not in it
 */
record DiffCursor(
        Instant since,
        Instant knownAt,
        boolean pinned,
        LocalDate asOf,
        String ceasefire,
        String area,
        Map<ChangeFeed, String> feeds) {

    static final String LIST = "diff";

    private static final int LONGEST = 4_000;
    private static final Pattern SERVICE_CURSOR = Pattern.compile("[A-Za-z0-9_.~=-]{1,600}");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    String text() {
        ObjectNode node = JSON.createObjectNode()
                .put("since", since.toString())
                .put("knownAt", knownAt.toString())
                .put("pinned", pinned)
                .put("asOf", asOf.toString())
                .put("ceasefire", ceasefire)
                .put("area", area);
        feeds.forEach((feed, cursor) -> node.put(feed.label(), cursor));
        try {
            return JSON.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Text can be written", e);
        }
    }

    /** Empty for what no page was ever given; the values in it are for the caller to check like those of parameters. */
    static Optional<DiffCursor> read(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            JsonNode node = JSON.readTree(text);
            Map<ChangeFeed, String> feeds = new EnumMap<>(ChangeFeed.class);
            for (ChangeFeed feed : ChangeFeed.values()) {
                JsonNode cursor = node.path(feed.label());
                if (cursor.isTextual()) {
                    if (!SERVICE_CURSOR.matcher(cursor.asText()).matches()) {
                        return Optional.empty();
                    }
                    feeds.put(feed, cursor.asText());
                }
            }
            return feeds.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new DiffCursor(
                            Instant.parse(node.path("since").asText()),
                            Instant.parse(node.path("knownAt").asText()),
                            node.path("pinned").asBoolean(),
                            LocalDate.parse(node.path("asOf").asText()),
                            node.path("ceasefire").asText(),
                            node.path("area").asText(),
                            feeds));
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
