package org.humdash.gateway.webhook;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.humdash.gateway.change.ChangeFeed;

/** Feeds as they are kept. */
final class FeedLabels {

    private FeedLabels() {}

    static Set<ChangeFeed> read(String labels) {
        Set<ChangeFeed> feeds = new TreeSet<>();
        Arrays.stream(labels.split(","))
                .map(label -> ChangeFeed.labelled(label).orElseThrow())
                .forEach(feeds::add);
        return feeds;
    }
}
