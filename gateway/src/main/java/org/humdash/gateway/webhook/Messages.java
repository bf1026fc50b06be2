package org.humdash.gateway.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.humdash.gateway.change.ChangeEntry;
import org.humdash.gateway.change.ChangePage;

/** What endpoints are sent: a type, an instant, and the data, as standardwebhooks.com has it. */
@ApplicationScoped
class Messages {

    private final ObjectMapper json;

    Messages(ObjectMapper json) {
        this.json = json;
    }

    private record Message(String type, Instant timestamp, Object data) {}

    private record Changes(List<? extends JsonNode> items, String nextCursor) {}

    private record Challenge(String challenge) {}

    /** @param nextCursor where to go on at /api/v1/changes, for whoever would rather ask */
    byte[] changes(ChangePage page, Instant madeAt, String nextCursor) {
        List<? extends JsonNode> items =
                page.entries().stream().map(ChangeEntry::body).toList();
        return bytes(new Message("changes", madeAt, new Changes(items, nextCursor)));
    }

    byte[] challenge(String nonce, Instant now) {
        return bytes(new Message("challenge", now, new Challenge(nonce)));
    }

    /** Whether an answer has the nonce: as it is, or as {@code challenge} of a JSON object. */
    boolean echoes(String answer, String nonce) {
        String text = answer.strip();
        if (text.equals(nonce)) {
            return true;
        }
        try {
            JsonNode read = json.readTree(text);
            return read != null && nonce.equals(read.path("challenge").asText());
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private byte[] bytes(Object message) {
        try {
            return json.writeValueAsBytes(message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
