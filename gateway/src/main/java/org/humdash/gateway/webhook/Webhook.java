package org.humdash.gateway.webhook;

import java.net.URI;
import java.time.Instant;
import java.util.Set;
import org.humdash.gateway.change.ChangeFeed;
import org.humdash.gateway.change.ChangePosition;

/**
 * An endpoint that is told of changes.
 *
 * @param account whose it is; what it is sent is what this account may see
 * @param secret encrypted
 * @param reason why it is paused; null while it is not
 * @param detail of the reason, for its owner; may be null
 * @param changedAt when it was last paused or resumed, or made
 * @param position up to where deliveries were made
 * @param failingSince of the first attempt that failed since one was accepted; null if the last one was
 */
record Webhook(
        String id,
        String account,
        URI url,
        Set<ChangeFeed> feeds,
        byte[] secret,
        Instant createdAt,
        State state,
        Reason reason,
        String detail,
        Instant changedAt,
        ChangePosition position,
        Instant failingSince) {

    /** Whether anything is sent to it. */
    enum State {
        ACTIVE,
        PAUSED
    }

    /** Why nothing is sent. */
    enum Reason {
        /** Its owner, or an administrator, paused it. */
        OWNER,
        /** Nothing was accepted for days. */
        FAILING,
        /** The key of its account was revoked or has expired. */
        KEY_ENDED,
        /** The endpoint answered 410: it wants no more. */
        GONE,
        /** The endpoint's name leads to an address to which nothing is sent. */
        ADDRESS_REFUSED
    }

    /** Without the secret, so that no log can hold it. */
    @Override
    public String toString() {
        return "Webhook " + id;
    }
}
