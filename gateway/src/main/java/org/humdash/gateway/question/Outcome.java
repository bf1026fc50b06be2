package org.humdash.gateway.question;

import com.fasterxml.jackson.databind.JsonNode;
import org.humdash.gateway.peer.PeerFailure;

/** What became of a question: one of the two is null. */
public record Outcome(JsonNode data, PeerFailure failure) {

    public boolean isRead() {
        return data != null;
    }

    /** Whether the service says that there is no such record. */
    public boolean isUnknown() {
        return failure != null && failure.kind() == PeerFailure.Kind.UNKNOWN;
    }
}
