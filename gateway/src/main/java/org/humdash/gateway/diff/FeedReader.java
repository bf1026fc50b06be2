package org.humdash.gateway.diff;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.humdash.gateway.change.ChangeFeed;
import org.humdash.vocabulary.place.Area;
import org.humdash.vocabulary.place.Gazetteer;
import org.humdash.vocabulary.place.Pcode;

/** Reads a page of a change feed, and takes from it what belongs to a ceasefire and a place. */
final class FeedReader {

    private final DiffQuery query;
    private final Set<String> inside;
    private final Set<String> around;

    FeedReader(DiffQuery query, Gazetteer gazetteer) {
        this.query = query;
        this.inside = gazetteer.withDescendants(query.area().pcode()).stream()
                .map(Pcode::value)
                .collect(Collectors.toSet());
        this.around = gazetteer.areas().stream()
                .filter(area -> gazetteer
                        .withDescendants(area.pcode())
                        .contains(query.area().pcode()))
                .map(Area::pcode)
                .map(Pcode::value)
                .collect(Collectors.toSet());
    }

    /**
     * The page in new, revised and retracted. A tombstone does not tell which ceasefire or place it was of, so each is in it.
     * What was recorded at the instant itself was known then, and is no change.
     *
     * @param list where the caller named an instant, the records as known at it: what became of them after it moved them on
     *     in the feed, which then only tells what is gone and what is shown anew
     */
    Changes read(ChangeFeed feed, JsonNode page, JsonNode list) {
        List<Entry> added = new ArrayList<>();
        List<Entry> revised = new ArrayList<>();
        List<Entry> retracted = new ArrayList<>();
        for (JsonNode item : page.path("items")) {
            Instant recordedAt = instant(item.path("recordedAt"));
            String id = item.path(feed.key()).asText("");
            JsonNode record = item.path(feed.record());
            if (!isOfTheTime(recordedAt) || id.isEmpty()) {
                continue;
            }
            if (item.path("change").asText().equals("TOMBSTONE")) {
                retracted.add(new Entry(id, recordedAt, item.path("reason").asText(null), null));
            } else if (record.isObject() && belongs(feed, record)) {
                boolean unchanged = instant(record.path("revision").path("recordedAt")) instanceof Instant written
                        && !written.isAfter(query.since());
                if (unchanged) {
                    revised.add(new Entry(id, recordedAt, "SHOWN_ANEW", record));
                } else if (!query.pinned()) {
                    sort(id, recordedAt, record, added, revised);
                }
            }
        }
        boolean cut = readList(feed, list, added, revised);
        return Changes.available(added, revised, retracted, cut || hasMore(page));
    }

    /** A page with fewer entries than asked for has come to the end, and so has one that goes beyond the instant. */
    boolean hasMore(JsonNode page) {
        JsonNode items = page.path("items");
        return items.size() >= query.limit()
                && !(query.pinned()
                        && instant(items.path(items.size() - 1).path("recordedAt")) instanceof Instant last
                        && last.isAfter(query.knownAt()));
    }

    /** Whether more was there than is in the lists now. */
    private boolean readList(ChangeFeed feed, JsonNode list, List<Entry> added, List<Entry> revised) {
        List<Entry> firsts = new ArrayList<>();
        List<Entry> others = new ArrayList<>();
        for (JsonNode record : list.path("items")) {
            String id = record.path(feed.key()).asText("");
            Instant recordedAt = instant(record.path("revision").path("recordedAt"));
            if (isOfTheTime(recordedAt) && !id.isEmpty() && belongs(feed, record)) {
                sort(id, recordedAt, record, firsts, others);
            }
        }
        addFirst(firsts, added);
        addFirst(others, revised);
        return list.path("nextCursor").isTextual() || firsts.size() > query.limit() || others.size() > query.limit();
    }

    private void addFirst(List<Entry> entries, List<Entry> all) {
        entries.stream()
                .sorted(Comparator.comparing(Entry::recordedAt).thenComparing(Entry::id))
                .limit(query.limit())
                .forEach(all::add);
    }

    private void sort(String id, Instant recordedAt, JsonNode record, List<Entry> added, List<Entry> revised) {
        JsonNode revision = record.path("revision");
        boolean first = revision.path("number").asInt() == 1 || isOfSince(id);
        (first ? added : revised)
                .add(new Entry(id, recordedAt, revision.path("reason").asText(null), record));
    }

    private boolean isOfTheTime(Instant recordedAt) {
        return recordedAt != null
                && recordedAt.isAfter(query.since())
                && (!query.pinned() || !recordedAt.isAfter(query.knownAt()));
    }

    private boolean belongs(ChangeFeed feed, JsonNode record) {
        return switch (feed) {
            case INCIDENTS ->
                record.path("ceasefire").asText().equals(query.ceasefire())
                        && (query.whole() || isInside(record.path("place")));
            case OBSERVATIONS -> inside.contains(record.path("area").asText());
            // A storm over the whole Strip is one over each governorate of it as well.
            case HAZARDS ->
                StreamSupport.stream(record.path("areas").spliterator(), false)
                        .map(JsonNode::asText)
                        .anyMatch(area -> inside.contains(area) || around.contains(area));
        };
    }

    private boolean isInside(JsonNode place) {
        return inside.contains(place.path("adm2").asText(place.path("adm1").asText()));
    }

    /** An id of version 7 says when it was given, so what was made and changed since is still new. */
    private boolean isOfSince(String id) {
        try {
            UUID uuid = UUID.fromString(id);
            return uuid.version() == 7
                    && Instant.ofEpochMilli(uuid.getMostSignificantBits() >>> 16)
                            .isAfter(query.since());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Instant instant(JsonNode node) {
        try {
            return node.isTextual() ? Instant.parse(node.asText()) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
