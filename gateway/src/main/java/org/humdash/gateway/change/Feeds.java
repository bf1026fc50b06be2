package org.humdash.gateway.change;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Asks for pages of the services' feeds. */
@FunctionalInterface
interface Feeds {

    /**
     * @param token what the service is told about the reader; empty for what is public
     * @return exceptionally only with a {@link org.humdash.gateway.peer.PeerFailure}
     */
    CompletableFuture<FeedPage> page(ChangeFeed feed, ChangePosition position, int limit, Optional<String> token);
}
