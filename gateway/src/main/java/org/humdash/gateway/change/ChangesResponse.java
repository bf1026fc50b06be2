package org.humdash.gateway.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A page of what changed.
 *
 * @param items entries as the feed they come from has them, and which feed that is
 * @param nextCursor where to go on, now or at any later time
 * @param more whether there is more at once; else ask again later
 * @param partial whether a service gave no answer; what it has is not lost, for the cursor stays where it was in its feeds
 * @param missing which, and why; left out if none is
 */
record ChangesResponse(
        @Schema(implementation = Object.class) List<? extends JsonNode> items,
        String nextCursor,
        boolean more,
        boolean partial,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Missing> missing) {

    record Missing(String service, String reason) {}

    static ChangesResponse of(ChangePage page, String nextCursor) {
        return new ChangesResponse(
                page.entries().stream().map(ChangeEntry::body).toList(),
                nextCursor,
                page.more(),
                !page.missing().isEmpty(),
                page.missing().entrySet().stream()
                        .sorted(java.util.Map.Entry.comparingByKey())
                        .map(one -> new Missing(one.getKey().serviceName(), one.getValue()))
                        .toList());
    }
}
