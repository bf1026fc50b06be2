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
    INCIDENTS(Peer.INCIDENT, "incident", "id"),
    OBSERVATIONS(Peer.HUMANITARIAN, "observation", "id"),
    HAZARDS(Peer.HUMANITARIAN, "hazard", "code");

    private final Peer peer;
    private final String record;
    private final String key;

    ChangeFeed(Peer peer, String record, String key) {
        this.peer = peer;
        this.record = record;
        this.key = key;
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

    /** The member of an entry that has what was recorded. */
    public String record() {
        return record;
    }

    /** The member of an entry that has the name of the record. */
    public String key() {
        return key;
    }

    /** Where the service has it. */
    public String path() {
        return "/api/v1/" + label() + "/changes";
    }
}
