package org.humdash.gateway.diff;

import java.util.Locale;
import org.humdash.gateway.peer.Peer;

/** The change feeds of the services. */
enum Feed {
    INCIDENTS(Peer.INCIDENT, "incident", "id"),
    OBSERVATIONS(Peer.HUMANITARIAN, "observation", "id"),
    HAZARDS(Peer.HUMANITARIAN, "hazard", "code");

    private final Peer peer;
    private final String record;
    private final String key;

    Feed(Peer peer, String record, String key) {
        this.peer = peer;
        this.record = record;
        this.key = key;
    }

    Peer peer() {
        return peer;
    }

    String path() {
        return "/api/v1/" + label() + "/changes";
    }

    /** Where an entry has what was recorded. */
    String record() {
        return record;
    }

    /** Where an entry has the name of the record. */
    String key() {
        return key;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
