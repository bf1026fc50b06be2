package org.humdash.gateway.diff;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * What changed, as anybody may see it.
 *
 * @param since the instant that the view is compared with
 * @param answer what {@code GET /api/v1/situation/diff} answers
 * @param partial whether a part of it is unavailable
 */
public record PublicDiff(Instant since, JsonNode answer, boolean partial) {}
