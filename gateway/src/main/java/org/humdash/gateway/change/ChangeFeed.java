package org.humdash.gateway.change;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.humdash.gateway.peer.Peer;

/** A feed of a service. Those of one service are in the order of one clock, those of two are not. */
public enum ChangeFeed {
    INCIDENTS(Peer.INCIDENT),
    OBSERVATIONS(Peer.HUMANITARIAN),
    HAZARDS(Peer.HUMANITARIAN);

    private final Peer peer;

    ChangeFeed(Peer peer) {
        this.peer = peer;
    }

    /** Every feed there is. */
    public static Set<ChangeFeed> all() {
        return Collections.unmodifiableSet(EnumSet.allOf(ChangeFeed.class));
    }

    /** By the name that callers use. */
    public static Optional<ChangeFeed> labelled(String label) {
        return Arrays.stream(values())
                .filter(feed -> feed.label().equals(label))
                .findFirst();
    }

    /** The names of some, in their order, with commas. */
    public static String labels(Set<ChangeFeed> feeds) {
        return feeds.stream().sorted().map(ChangeFeed::label).collect(Collectors.joining(","));
    }

    public Peer peer() {
        return peer;
    }

    /** The name of its collection, such as {@code incidents}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    String path() {
        return "/api/v1/" + label() + "/changes";
    }
}
