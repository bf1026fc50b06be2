package org.humdash.gateway.change;

import io.quarkus.virtual.threads.VirtualThreads;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.humdash.gateway.peer.Peer;
import org.humdash.gateway.peer.PeerFailure;

/**
 * Merges the feeds. Within a service the entries of all its feeds are in the order they were recorded, from page to page:
 *
 * <ul>
 *   <li>A page that is full may be followed by entries that are older than the last of another feed. These wait for the
 *       next page, which begins at the instant of the first that waits.
 *   <li>Two feeds are not asked at one moment. Once the newest entry of one is known, the others are asked again: what was
 *       recorded before it is there by then, as the services promise for the order of their writers.
 * </ul>
 *
 * A service that fails gives nothing to the page, and its reader stays where it was.
 */
@ApplicationScoped
public class ChangeReader {

    private static final Comparator<ChangeEntry> BY_INSTANT = Comparator.comparing(ChangeEntry::recordedAt);

    private final Feeds feeds;
    private final ExecutorService threads;

    ChangeReader(Feeds feeds, @VirtualThreads ExecutorService threads) {
        this.feeds = feeds;
        this.threads = threads;
    }

    /** What one service gave. */
    private record Part(List<ChangeEntry> entries, ChangePosition next, boolean more, Instant upTo) {}

    /**
     * Reads on from a position. Waits for the services, so not for an event loop.
     *
     * @param limit how many entries at most; each of the feeds has the same share of it, and one at least
     * @param token what the services are told about the reader; empty for what is public
     */
    public ChangePage read(ChangePosition from, Set<ChangeFeed> wanted, int limit, Optional<String> token) {
        int share = share(limit, wanted);
        return merge(from, wanted, ofPeer -> () -> inOrder(from, ofPeer, share, token));
    }

    /**
     * Reads once more what a page had, as it is now: entries that changed since have moved to a later page.
     *
     * @param limit that of the first time
     * @param upTo that of the page; a service without an instant is not asked
     */
    public ChangePage again(
            ChangePosition from, Set<ChangeFeed> wanted, int limit, Map<Peer, Instant> upTo, Optional<String> token) {
        int share = share(limit, wanted);
        EnumSet<ChangeFeed> had = EnumSet.copyOf(wanted);
        had.removeIf(feed -> !upTo.containsKey(feed.peer()));
        return merge(from, had, ofPeer -> () -> {
            Map<ChangeFeed, FeedPage> pages = ask(from, ofPeer, share, token);
            return cut(from, pages, upTo.get(ofPeer.iterator().next().peer()));
        });
    }

    private static int share(int limit, Set<ChangeFeed> wanted) {
        return Math.max(1, limit / wanted.size());
    }

    @FunctionalInterface
    private interface Reading {
        Part read() throws PeerFailure;
    }

    @FunctionalInterface
    private interface Plan {
        Reading of(Set<ChangeFeed> feedsOfOneService);
    }

    private ChangePage merge(ChangePosition from, Set<ChangeFeed> wanted, Plan plan) {
        Map<Peer, Set<ChangeFeed>> byPeer = new EnumMap<>(Peer.class);
        wanted.forEach(feed -> byPeer.computeIfAbsent(feed.peer(), peer -> EnumSet.noneOf(ChangeFeed.class))
                .add(feed));
        Map<Peer, Future<Part>> asked = new EnumMap<>(Peer.class);
        byPeer.forEach((peer, ofPeer) ->
                asked.put(peer, threads.submit(() -> plan.of(ofPeer).read())));
        List<ChangeEntry> entries = new ArrayList<>();
        ChangePosition next = from;
        Map<Peer, String> missing = new EnumMap<>(Peer.class);
        Map<Peer, Instant> upTo = new EnumMap<>(Peer.class);
        boolean more = false;
        for (Map.Entry<Peer, Future<Part>> one : asked.entrySet()) {
            try {
                Part part = outcome(one.getValue());
                entries.addAll(part.entries());
                next = next.with(part.next(), byPeer.get(one.getKey()));
                more |= part.more();
                if (!part.entries().isEmpty()) {
                    upTo.put(one.getKey(), part.upTo());
                }
            } catch (PeerFailure failure) {
                missing.put(one.getKey(), failure.getMessage());
            }
        }
        // The clocks of the two services are not one, so between them this is a courtesy and no promise.
        entries.sort(BY_INSTANT);
        return new ChangePage(List.copyOf(entries), next, Map.copyOf(missing), more, Map.copyOf(upTo));
    }

    private Part inOrder(ChangePosition from, Set<ChangeFeed> ofPeer, int share, Optional<String> token)
            throws PeerFailure {
        Map<ChangeFeed, FeedPage> pages = ask(from, ofPeer, share, token);
        Optional<Map.Entry<ChangeFeed, FeedPage>> newest = pages.entrySet().stream()
                .filter(page -> !page.getValue().entries().isEmpty())
                .max(Comparator.comparing(page -> page.getValue().end()));
        if (newest.isEmpty()) {
            return new Part(List.of(), from, false, null);
        }
        Set<ChangeFeed> others = EnumSet.copyOf(ofPeer);
        others.remove(newest.get().getKey());
        if (!others.isEmpty()) {
            pages.putAll(ask(from, others, share, token));
        }
        Instant settled = newest.get().getValue().end();
        Instant bound = pages.values().stream()
                .filter(FeedPage::full)
                .map(FeedPage::end)
                .reduce(settled, (one, other) -> one.isBefore(other) ? one : other);
        return cut(from, pages, bound);
    }

    private static Part cut(ChangePosition from, Map<ChangeFeed, FeedPage> pages, Instant bound) {
        List<ChangeEntry> taken = new ArrayList<>();
        ChangePosition next = from;
        boolean more = false;
        for (Map.Entry<ChangeFeed, FeedPage> one : pages.entrySet()) {
            FeedPage page = one.getValue();
            List<ChangeEntry> entries = page.entries();
            int count = 0;
            while (count < entries.size() && !entries.get(count).recordedAt().isAfter(bound)) {
                count++;
            }
            taken.addAll(entries.subList(0, count));
            if (count > 0) {
                // Everything taken is older than what waits, so that instant is exactly the place between them.
                next = count == entries.size()
                        ? next.after(one.getKey(), page.nextCursor())
                        : next.before(one.getKey(), entries.get(count).recordedAt());
            }
            more |= page.full() || count < entries.size();
        }
        taken.sort(BY_INSTANT);
        return new Part(taken, next, more, bound);
    }

    private Map<ChangeFeed, FeedPage> ask(
            ChangePosition from, Set<ChangeFeed> ofPeer, int share, Optional<String> token) throws PeerFailure {
        Map<ChangeFeed, CompletableFuture<FeedPage>> asked = new EnumMap<>(ChangeFeed.class);
        ofPeer.forEach(feed -> asked.put(feed, feeds.page(feed, from, share, token)));
        Map<ChangeFeed, FeedPage> pages = new EnumMap<>(ChangeFeed.class);
        for (Map.Entry<ChangeFeed, CompletableFuture<FeedPage>> one : asked.entrySet()) {
            pages.put(one.getKey(), outcome(one.getValue()));
        }
        return pages;
    }

    private static <T> T outcome(Future<T> asked) throws PeerFailure {
        try {
            return asked.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof PeerFailure failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
