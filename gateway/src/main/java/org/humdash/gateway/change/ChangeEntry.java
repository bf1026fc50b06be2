package org.humdash.gateway.change;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * An entry of a feed.
 *
 * @param body as the service sent it, with the name of the feed before it
 */
public record ChangeEntry(ChangeFeed feed, Instant recordedAt, ObjectNode body) {

    /** Tells it apart from all others: a record stands in its feed once for each instant. */
    String identity() {
        String name = body.path(feed.key()).asText();
        return feed.label() + "/" + name + "/" + recordedAt;
    }
}
