package org.humdash.gateway.change;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.virtual.threads.VirtualThreads;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import org.humdash.gateway.peer.Peer;
import org.humdash.gateway.peer.PeerAnswer;
import org.humdash.gateway.peer.PeerClient;
import org.humdash.gateway.peer.PeerFailure;

/** The feeds as the services serve them. */
@ApplicationScoped
class PeerFeeds implements Feeds {

    private final PeerClient client;
    private final ExecutorService threads;
    private final Duration patience;

    PeerFeeds(PeerClient client, @VirtualThreads ExecutorService threads, ChangesConfig config) {
        this.client = client;
        this.threads = threads;
        this.patience = config.feedTimeout();
    }

    @Override
    public CompletableFuture<FeedPage> page(
            ChangeFeed feed, ChangePosition position, int limit, Optional<String> token) {
        String target = feed.path() + "?limit=" + limit
                + position.parameter(feed)
                        .map(place -> "&" + place.getKey() + "="
                                + URLEncoder.encode(place.getValue(), StandardCharsets.UTF_8))
                        .orElse("");
        // An answer is read off the event loop: a large one takes time.
        return client.ask(feed.peer(), target, token, patience)
                .thenApplyAsync(answer -> page(feed, limit, answer), threads);
    }

    private static FeedPage page(ChangeFeed feed, int limit, PeerAnswer answer) {
        try {
            return read(feed, limit, answer.json());
        } catch (PeerFailure failure) {
            throw new CompletionException(failure);
        }
    }

    /** An entry without an instant, or before the one it follows, would break the order for which the feed exists. */
    static FeedPage read(ChangeFeed feed, int limit, JsonNode answer) throws PeerFailure {
        JsonNode items = answer.path("items");
        String next = answer.path("nextCursor").asText("");
        if (!items.isArray() || next.isEmpty() || next.indexOf('\n') >= 0) {
            throw PeerFailure.unreadable(feed.peer());
        }
        List<ChangeEntry> entries = new ArrayList<>(items.size());
        Instant before = Instant.MIN;
        for (JsonNode item : items) {
            Instant recordedAt = instant(feed.peer(), item.path("recordedAt").asText(""));
            if (!(item instanceof ObjectNode body) || recordedAt.isBefore(before)) {
                throw PeerFailure.unreadable(feed.peer());
            }
            ObjectNode named = JsonNodeFactory.instance.objectNode().put("feed", feed.label());
            entries.add(new ChangeEntry(feed, recordedAt, named.setAll(body)));
            before = recordedAt;
        }
        return new FeedPage(entries, next, entries.size() >= limit);
    }

    private static Instant instant(Peer peer, String text) throws PeerFailure {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw PeerFailure.unreadable(peer);
        }
    }
}
