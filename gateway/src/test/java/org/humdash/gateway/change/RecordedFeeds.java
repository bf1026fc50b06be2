package org.humdash.gateway.change;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import org.humdash.gateway.cursor.CursorSeal;
import org.humdash.gateway.cursor.SealedCursors;
import org.humdash.gateway.peer.Peer;
import org.humdash.gateway.peer.PeerFailure;

/** Both services' feeds as they promise to be, in memory: an entry for each record, at its last change. */
public final class RecordedFeeds implements Feeds {

    /** An entry as it stands. */
    public record Recorded(Instant at, String id, String says) {}

    private final Map<ChangeFeed, List<Recorded>> feeds = new EnumMap<>(ChangeFeed.class);
    private final Set<Peer> down = EnumSet.noneOf(Peer.class);
    private final List<Optional<String>> tokens = new ArrayList<>();
    private Runnable beforeEachAnswer = () -> {};
    private int asked;

    public RecordedFeeds() {
        for (ChangeFeed feed : ChangeFeed.values()) {
            feeds.put(feed, new ArrayList<>());
        }
    }

    /** A reader of these feeds. */
    public ChangeReader reader(ExecutorService threads) {
        return new ChangeReader(this, threads);
    }

    /** Cursors that are sealed with a secret of tests. */
    public static ChangeCursors cursors() {
        return new ChangeCursors(
                new SealedCursors(new CursorSeal("only-for-tests-only-for-tests-12".getBytes(StandardCharsets.UTF_8))));
    }

    /** Records a change; the record's entry moves to the end. */
    public synchronized void record(ChangeFeed feed, Instant at, String id, String says) {
        remove(feed, id);
        feeds.get(feed).add(new Recorded(at, id, says));
        feeds.get(feed).sort(Comparator.comparing(Recorded::at).thenComparing(Recorded::id));
    }

    public synchronized void remove(ChangeFeed feed, String id) {
        feeds.get(feed).removeIf(one -> one.id().equals(id));
    }

    public synchronized void down(Peer peer) {
        down.add(peer);
    }

    public synchronized void up(Peer peer) {
        down.remove(peer);
    }

    /** Something that happens each time just before a page is read. */
    public synchronized void beforeEachAnswer(Runnable happens) {
        beforeEachAnswer = happens;
    }

    /** How often anything was asked. */
    public synchronized int asked() {
        return asked;
    }

    public synchronized List<Optional<String>> tokens() {
        return List.copyOf(tokens);
    }

    @Override
    public synchronized CompletableFuture<FeedPage> page(
            ChangeFeed feed, ChangePosition position, int limit, Optional<String> token) {
        asked++;
        tokens.add(token);
        beforeEachAnswer.run();
        if (down.contains(feed.peer())) {
            return CompletableFuture.failedFuture(PeerFailure.unreadable(feed.peer()));
        }
        String place = position.place(feed).orElse("");
        List<Recorded> after = feeds.get(feed).stream()
                .filter(one -> isAfter(one, place))
                .limit(limit)
                .toList();
        String next = after.isEmpty()
                ? "start of " + place.length()
                : after.getLast().at() + "/" + after.getLast().id();
        List<ChangeEntry> entries = after.stream()
                .map(one -> new ChangeEntry(feed, one.at(), body(feed, one)))
                .toList();
        String cursor = Base64.getUrlEncoder().withoutPadding().encodeToString(next.getBytes(StandardCharsets.UTF_8));
        return CompletableFuture.completedFuture(new FeedPage(entries, cursor, entries.size() >= limit));
    }

    private static boolean isAfter(Recorded one, String place) {
        if (place.isEmpty()) {
            return true;
        }
        String value = place.substring(place.indexOf('=') + 1);
        if (place.startsWith("from=")) {
            return !one.at().isBefore(Instant.parse(value));
        }
        String[] parts = new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8).split("/");
        int instants = one.at().compareTo(Instant.parse(parts[0]));
        return instants > 0 || instants == 0 && one.id().compareTo(parts[1]) > 0;
    }

    private static ObjectNode body(ChangeFeed feed, Recorded one) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("feed", feed.label())
                .put("change", "UPSERT")
                .put(feed == ChangeFeed.HAZARDS ? "code" : "id", one.id())
                .put("recordedAt", one.at().toString())
                .put("says", one.says());
    }
}
